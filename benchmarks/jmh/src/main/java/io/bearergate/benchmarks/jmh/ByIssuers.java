package io.bearergate.benchmarks.jmh;

import io.bearergate.config.GateConfig;
import io.bearergate.config.GateConfig.TrustedIssuer;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Cost of a token never seen before against the number of issuers believed, which take turns. */
@State(Scope.Thread)
public class ByIssuers {

  private static final int TOKENS = 100;

  @Param({"1", "10", "25", "50", "75", "100"})
  public int issuers;

  private List<String> tokens;
  private BearergateVerifier verifier;
  private int next;

  @Setup
  public void open() {
    Mint mint = Mint.of("RS256");
    Instant expiry = Instant.now().plusSeconds(3600);
    tokens =
        IntStream.range(0, TOKENS)
            .mapToObj(number -> mint.token(issuer(number % issuers), number, expiry))
            .toList();
    verifier = BearergateVerifier.of(believing(BearergateVerifier.forgetfulSettings(mint).build()));
  }

  /** The same configuration with more issuers, all of one key. */
  private GateConfig believing(GateConfig one) {
    TrustedIssuer first = one.issuers().get(0);
    List<TrustedIssuer> all =
        IntStream.range(0, issuers)
            .mapToObj(number -> new TrustedIssuer(issuer(number), first.rules(), first.keys()))
            .toList();
    return new GateConfig(
        one.enabled(),
        all,
        one.tenants(),
        one.tokens(),
        one.sender(),
        one.keys(),
        one.policy(),
        one.resource(),
        one.logout(),
        one.realm(),
        one.problemBodies(),
        one.startup(),
        one.report());
  }

  private static String issuer(int number) {
    return "https://tenant-" + number + ".example.com/";
  }

  @Benchmark
  public Object verify() {
    next = (next + 1) % TOKENS;
    return verifier.verify(tokens.get(next));
  }
}
