package io.bearergate.benchmarks.http;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.bearergate.benchmarks.http.load.Latency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run found, round by round, as JSON. */
record ResultFile(Findings findings) {

  String text() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("surroundings", findings.surroundings().facts());
    Map<String, Object> experiments = new LinkedHashMap<>();
    findings
        .experiments()
        .forEach((experiment, peers) -> experiments.put(experiment.name(), peers(peers)));
    all.put("experiments", experiments);
    Map<String, Object> starts = new LinkedHashMap<>();
    findings.coldStarts().forEach((name, millis) -> starts.put(name, millis.sorted()));
    all.put("coldStartMillis", starts);
    return JSONObjectUtils.toJSONString(all) + "\n";
  }

  private static Map<String, Object> peers(List<Measured> measured) {
    Map<String, Object> peers = new LinkedHashMap<>();
    measured.forEach(peer -> peers.put(peer.peer().title(), peer(peer)));
    return peers;
  }

  private static Map<String, Object> peer(Measured measured) {
    Map<String, Object> peer = new LinkedHashMap<>();
    peer.put("requestsPerSecond", measured.perSecond().sorted());
    peer.put("cpuMicrosPerRequest", measured.cpuMicros().sorted());
    peer.put("p50Micros", measured.latency(Latency::p50).sorted());
    peer.put("p99Micros", measured.latency(Latency::p99).sorted());
    peer.put("p999Micros", measured.latency(Latency::p999).sorted());
    peer.put("residentMib", measured.memory().residentMib());
    peer.put("heapMib", measured.memory().heapMib());
    peer.put("requestsSent", measured.sent());
    return peer;
  }
}
