package io.bearergate.faults;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What became of one load. Immutable. */
record Tally(List<Sample> samples) {

  /** No answer at all, within the client's patience. */
  static final int NONE = 0;

  /**
   * @param at when it was due, counted from the beginning of the load
   * @param took from then to the answer, so that a late sender hides nothing
   * @param status of the answer, or {@link #NONE}
   */
  record Sample(Duration at, Duration took, int status) {}

  static Tally of(Collection<Sample> samples) {
    return new Tally(samples.stream().sorted((a, b) -> a.at.compareTo(b.at)).toList());
  }

  int sent() {
    return samples.size();
  }

  long count(int status) {
    return samples.stream().filter(sample -> sample.status == status).count();
  }

  /** Share of answers with status 200, rounded down so that 100.00 means every one. */
  String availability() {
    long basisPoints = sent() == 0 ? 0 : count(200) * 10_000 / sent();
    return String.format(Locale.ROOT, "%d.%02d %%", basisPoints / 100, basisPoints % 100);
  }

  /** The latency that so many in a hundred stay within. */
  Duration percentile(int percent) {
    List<Duration> sorted = samples.stream().map(Sample::took).sorted().toList();
    return sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1));
  }

  Duration max() {
    return percentile(100);
  }

  int lastStatus() {
    return samples.get(samples.size() - 1).status;
  }

  /** When the first answer of that status was due. */
  Duration first(int status) {
    return samples.stream()
        .filter(sample -> sample.status == status)
        .map(Sample::at)
        .findFirst()
        .orElse(Duration.ofDays(1));
  }

  /** Those that were due once the first answer of that status had come. */
  Tally since(int status) {
    Duration known =
        samples.stream()
            .filter(sample -> sample.status == status)
            .map(sample -> sample.at.plus(sample.took))
            .min(Duration::compareTo)
            .orElse(Duration.ZERO);
    return new Tally(samples.stream().filter(sample -> sample.at.compareTo(known) > 0).toList());
  }

  /** Such as {@code 401 ×3, 503 ×17}. */
  String answers() {
    Map<Integer, Long> counts =
        samples.stream()
            .collect(Collectors.groupingBy(Sample::status, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> (entry.getKey() == NONE ? "none" : entry.getKey()) + " ×" + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
