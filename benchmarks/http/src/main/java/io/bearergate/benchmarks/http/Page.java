package io.bearergate.benchmarks.http;

import io.bearergate.benchmarks.http.load.Latency;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What a run found, as Markdown. */
record Page(Findings findings) {

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Measured: " + findings.surroundings().text() + ".");
    lines.add("");
    lines.add("| what was promised | measured | bar | |");
    lines.add("|---|---|---|---|");
    Goal.in(findings).forEach(goal -> lines.add(goal.row()));
    findings.experiments().forEach((experiment, peers) -> lines.addAll(table(experiment, peers)));
    lines.addAll(coldStarts());
    lines.add("");
    return String.join("\n", lines) + "\n";
  }

  private List<String> table(Experiment experiment, List<Measured> peers) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("### " + experiment.title());
    lines.add(
        "| | requests/s (least–most) | of no security | µs over no security | CPU µs a request "
            + "| p50, p99, p99.9 µs at "
            + experiment.perSecond()
            + "/s | RSS, heap MiB |");
    lines.add("|---|---|---|---|---|---|---|");
    peers.forEach(peer -> lines.add(row(experiment, peer)));
    lines.add("");
    lines.add(wins(experiment, peers));
    return lines;
  }

  private String row(Experiment experiment, Measured peer) {
    return String.format(
        Locale.ROOT,
        "| %s | %,.0f (%,.0f–%,.0f) | %.2f | %.1f | %.1f | %s, %s, %s | %d, %d |",
        peer.peer().title(),
        peer.perSecond().median(),
        peer.perSecond().least(),
        peer.perSecond().most(),
        findings.throughput(experiment, peer.peer(), Peer.NO_SECURITY),
        findings.cost(experiment, peer.peer()),
        peer.cpuMicros().median(),
        latency(peer, Latency::p50),
        latency(peer, Latency::p99),
        latency(peer, Latency::p999),
        peer.memory().residentMib(),
        peer.memory().heapMib());
  }

  private static String latency(Measured peer, ToDoubleFunction<Latency> percentile) {
    return String.format(Locale.ROOT, "%,.0f", peer.latency(percentile).median());
  }

  /** Who does better than Bearergate as it comes, so that nobody has to look for it. */
  private String wins(Experiment experiment, List<Measured> peers) {
    Measured ours = findings.of(experiment, Peer.BEARERGATE);
    List<String> faster = new ArrayList<>();
    List<String> smaller = new ArrayList<>();
    for (Measured peer : peers) {
      if (peer.peer().isRival() && peer.perSecond().median() > ours.perSecond().median()) {
        faster.add(peer.peer().title());
      }
      if (peer.peer().isRival() && peer.memory().heapMib() < ours.memory().heapMib()) {
        smaller.add(peer.peer().title());
      }
    }
    return "Faster than Bearergate with the JDK's provider: "
        + named(faster)
        + ". With less live heap: "
        + named(smaller)
        + ".";
  }

  private static String named(List<String> peers) {
    return peers.isEmpty() ? "none" : String.join(", ", peers);
  }

  /** The table of cold starts alone. */
  List<String> coldStarts() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("### Cold start");
    lines.add(
        "| | ms from the start of the JVM to the first 200 (least–most) | over the bare server |");
    lines.add("|---|---|---|");
    for (Map.Entry<String, Series> each : findings.coldStarts().entrySet()) {
      Series millis = each.getValue();
      lines.add(
          String.format(
              Locale.ROOT,
              "| %s | %.0f (%.0f–%.0f) | %+.0f |",
              each.getKey(),
              millis.median(),
              millis.least(),
              millis.most(),
              findings.coldStart(each.getKey())));
    }
    return lines;
  }
}
