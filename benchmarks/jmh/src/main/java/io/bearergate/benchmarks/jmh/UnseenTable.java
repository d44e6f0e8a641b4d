package io.bearergate.benchmarks.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a token never seen before costs each contender, beside the bare signature. */
record UnseenTable(Results results) {

  private static final List<String> ALGORITHMS = List.of("RS256", "PS256", "ES256", "EdDSA");
  private static final double KILOBYTE = 1024;

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("| signatures by | alg | verifier | CPU µs | over raw | KB allocated | target |");
    lines.add("|---|---|---|---|---|---|---|");
    for (SignatureProvider provider : SignatureProvider.values()) {
      ALGORITHMS.forEach(algorithm -> lines.addAll(rows(algorithm, provider)));
    }
    lines.add("");
    lines.addAll(wins());
    return lines;
  }

  private List<String> rows(String algorithm, SignatureProvider provider) {
    return contenders(algorithm, provider)
        .map(contender -> row(algorithm, contender, provider))
        .toList();
  }

  private Stream<Contenders> contenders(String algorithm, SignatureProvider provider) {
    return Stream.of(Contenders.values())
        .filter(one -> results.all().containsKey(Case.unseen(algorithm, one, provider)));
  }

  private String row(String algorithm, Contenders contender, SignatureProvider provider) {
    Case measured = Case.unseen(algorithm, contender, provider);
    Spread ratio = results.ratio(measured, Case.unseen(algorithm, Contenders.RAW, provider));
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s | %.1f | %s |",
        provider.label(),
        algorithm,
        contender.label(),
        results.cpuMicros(measured).text(1),
        contender == Contenders.RAW ? "1" : ratio.text(2),
        kilobytes(measured),
        contender == Contenders.BEARERGATE ? target(measured, ratio) : "");
  }

  private double kilobytes(Case measured) {
    return results.bytes(measured).median() / KILOBYTE;
  }

  private String target(Case measured, Spread ratio) {
    String overRaw = Target.OVER_RAW.against(ratio.median());
    return measured.provider() == SignatureProvider.JDK
        ? overRaw + ", " + Target.KILOBYTES.against(kilobytes(measured))
        : overRaw;
  }

  /** Where a peer is better than Bearergate; or that none is. */
  private List<String> wins() {
    List<String> wins = ALGORITHMS.stream().flatMap(this::wins).toList();
    return wins.isEmpty() ? List.of("No peer is faster or allocates less.") : wins;
  }

  private Stream<String> wins(String algorithm) {
    Case ours = Case.unseen(algorithm, Contenders.BEARERGATE, SignatureProvider.JDK);
    return contenders(algorithm, SignatureProvider.JDK)
        .filter(peer -> peer != Contenders.RAW && peer != Contenders.BEARERGATE)
        .flatMap(
            peer -> {
              Case theirs = Case.unseen(algorithm, peer, SignatureProvider.JDK);
              String where = "- A peer wins: on " + algorithm + " " + peer.label();
              return Stream.concat(
                  win(where + " is faster", results.ratio(ours, theirs).median()),
                  win(where + " allocates less", bytesOver(ours, theirs)));
            });
  }

  private double bytesOver(Case ours, Case theirs) {
    return results.bytes(ours).median() / results.bytes(theirs).median();
  }

  private static Stream<String> win(String who, double ours) {
    return ours <= 1
        ? Stream.of()
        : Stream.of(
            String.format(Locale.ROOT, "%s (Bearergate takes %.2f times as much).", who, ours));
  }
}
