package io.bearergate.benchmarks.jmh;

import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.token.TokenVerifier;
import io.bearergate.token.VerificationResult;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a token costs that is not accepted: it must not cost more than a signature. */
@State(Scope.Thread)
public class Refusal {

  private static final int TOKENS = 32;

  /** What is wrong with it. */
  public enum Fault {
    BAD_SIGNATURE(Reason.BAD_SIGNATURE),
    EXPIRED(Reason.EXPIRED),
    UNKNOWN_ISSUER(Reason.WRONG_ISSUER),
    MALFORMED(Reason.MALFORMED_TOKEN);

    private final Reason reason;

    Fault(Reason reason) {
      this.reason = reason;
    }

    private String token(Mint mint, int number) {
      return switch (this) {
        case BAD_SIGNATURE -> withOtherSignature(mint.token(number), mint.token(number + 1));
        case EXPIRED -> mint.token(Mint.ISSUER, number, Instant.now().minusSeconds(600));
        case UNKNOWN_ISSUER ->
            mint.token("https://other.example.com/", number, Instant.now().plusSeconds(600));
        case MALFORMED -> mint.token(number).replaceFirst("\\.", ".!");
      };
    }

    private static String withOtherSignature(String token, String other) {
      return token.substring(0, token.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));
    }
  }

  @Param public Fault fault;

  private List<String> tokens;
  private TokenVerifier verifier;
  private int next;

  @Setup
  public void open() {
    Mint mint = Mint.of("RS256");
    tokens = IntStream.range(0, TOKENS).mapToObj(number -> fault.token(mint, number)).toList();
    verifier = BearergateVerifier.of(mint).verifier();
  }

  @Benchmark
  public Object refuse() {
    next = (next + 1) % TOKENS;
    if (verifier.verify(tokens.get(next)) instanceof VerificationResult.Rejected rejected
        && rejected.rejection().reason() == fault.reason) {
      return rejected;
    }
    throw new IllegalStateException("not refused for what is wrong with it: " + fault);
  }
}
