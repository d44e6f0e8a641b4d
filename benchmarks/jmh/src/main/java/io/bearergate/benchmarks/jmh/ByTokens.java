package io.bearergate.benchmarks.jmh;

import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Cost of a verification against the number of tokens in use, each as often as any other, with the
 * cache of verified tokens as it is by default. ES256, because only it is signed fast enough to
 * mint so many.
 */
@State(Scope.Thread)
public class ByTokens {

  @Param({"1", "100", "1000", "5000", "10000", "20000", "50000", "100000"})
  public int tokens;

  private final Random random = new Random(1);
  private List<String> minted;
  private BearergateVerifier verifier;

  @Setup
  public void open() {
    Mint mint = Mint.of("ES256");
    minted = SignatureProvider.ACCP.installedFor(() -> mint.tokens(tokens));
    verifier = BearergateVerifier.of(mint);
    minted.forEach(verifier::verify);
  }

  @Benchmark
  public Object verify() {
    return verifier.verify(minted.get(random.nextInt(tokens)));
  }
}
