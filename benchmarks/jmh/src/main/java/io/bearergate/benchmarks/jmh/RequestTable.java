package io.bearergate.benchmarks.jmh;

import io.bearergate.benchmarks.jmh.OneRequest.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a request costs with and without its token among the verified ones, and a refusal. */
record RequestTable(Results results) {

  private static final List<String> BOUND = List.of("ES256", "EdDSA", "RS256");
  private static final double KILOBYTE = 1024;
  private static final Case RAW = Case.unseen("RS256", Contenders.RAW, SignatureProvider.JDK);

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("| from the header to | token | CPU µs | KB allocated | target |");
    lines.add("|---|---|---|---|---|");
    for (Token token : Token.values()) {
      lines.add(row("the verified token", "toVerifiedToken", token));
      lines.add(row("the decision", "toDecision", token));
      lines.add(row("the application, through the filter", "throughFilter", token));
    }
    lines.add("");
    lines.addAll(boundLines());
    lines.add("");
    lines.add("| refused because | CPU µs | over one RS256 signature |");
    lines.add("|---|---|---|");
    for (Refusal.Fault fault : Refusal.Fault.values()) {
      lines.add(row(fault));
    }
    return lines;
  }

  /** Of requests with a token bound to a key. */
  List<String> boundLines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| bound to a key, proof by | nonce | CPU µs | its signature alone | the rest, over a token seen before | target |");
    lines.add("|---|---|---|---|---|---|");
    for (String algorithm : BOUND) {
      lines.add(bound(algorithm, "off"));
      lines.add(bound(algorithm, "on"));
    }
    return lines;
  }

  private String row(String what, String method, Token token) {
    Case measured = Case.jdk("OneRequest." + method, "token", token);
    Spread micros = results.cpuMicros(measured);
    double kilobytes = results.bytes(measured).median() / KILOBYTE;
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %.2f | %s |",
        what,
        token == Token.SEEN ? "seen before" : "never seen",
        micros.text(2),
        kilobytes,
        token == Token.SEEN ? target(method, micros.median(), kilobytes) : "");
  }

  private String bound(String algorithm, String nonce) {
    Map<String, String> parameters = Map.of("algorithm", algorithm, "nonce", nonce);
    Spread whole = results.cpuMicros(bound("toDecision", parameters));
    Spread signature = results.cpuMicros(bound("proofSignature", parameters));
    Spread token = results.cpuMicros(Case.jdk("OneRequest.toDecision", "token", Token.SEEN));
    double rest = whole.median() - signature.median() - token.median();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %.1f | %s |",
        algorithm,
        nonce,
        whole.text(1),
        signature.text(1),
        rest,
        Target.PROOF_MICROS.against(rest));
  }

  private static Case bound(String method, Map<String, String> parameters) {
    return new Case("BoundRequest." + method, SignatureProvider.JDK, parameters);
  }

  private static String target(String method, double micros, double kilobytes) {
    return switch (method) {
      case "toVerifiedToken" ->
          Target.HIT_MICROS.against(micros) + ", " + Target.HIT_KILOBYTES.against(kilobytes);
      case "throughFilter" -> Target.FILTER_MICROS.against(micros);
      default -> "";
    };
  }

  private String row(Refusal.Fault fault) {
    Case measured = Case.jdk("Refusal.refuse", "fault", fault);
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s |",
        fault.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        results.cpuMicros(measured).text(1),
        results.ratio(measured, RAW).text(2));
  }
}
