package io.bearergate.benchmarks.jmh;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that was measured, for machines: JSON, every round of every case. */
record ResultFile(Results results, Surroundings surroundings) {

  void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("surroundings", surroundings.facts());
    content.put(
        "cases",
        results.all().entrySet().stream()
            .map(one -> member(one.getKey(), one.getValue()))
            .toList());
    Files.writeString(file, JSONObjectUtils.toJSONString(content) + "\n");
  }

  private static Map<String, Object> member(Case known, List<Sample> samples) {
    Map<String, Object> member = new LinkedHashMap<>();
    member.put("benchmark", known.benchmark());
    member.put("provider", known.provider().label());
    member.put("parameters", known.parameters());
    member.put("cpuMicros", samples.stream().map(Sample::cpuMicros).toList());
    member.put("wallMicros", samples.stream().map(Sample::wallMicros).toList());
    member.put("bytes", samples.stream().map(Sample::bytes).toList());
    return member;
  }
}
