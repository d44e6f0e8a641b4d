package io.bearergate.benchmarks.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A token never seen before: from the compact string to its accepted claims. */
@State(Scope.Thread)
public class UnseenToken {

  private static final int TOKENS = 100;

  @Param({"RS256", "PS256", "ES256", "EdDSA"})
  public String algorithm;

  @Param public Contenders contender;

  @Param("JDK")
  public SignatureProvider provider;

  private final List<Callable<Object>> verifications = new ArrayList<>();
  private int next;

  @Setup
  public void mint() throws Exception {
    Mint mint = Mint.of(algorithm);
    Contender ready = contender.ready(mint, provider);
    for (String token : mint.tokens(TOKENS)) {
      verifications.add(ready.verification(token));
    }
  }

  @Benchmark
  public Object verify() throws Exception {
    next = (next + 1) % TOKENS;
    return verifications.get(next).call();
  }
}
