package io.bearergate.benchmarks.jmh;

import io.bearergate.Decision;
import io.bearergate.Gate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Cost of a decision on a token seen before, against the number of rules; the last one decides. */
@State(Scope.Thread)
public class ByRules {

  @Param({"1", "10", "50", "100", "250", "500", "750", "1000"})
  public int rules;

  private Gate gate;
  private HeaderView request;

  @Setup
  public void open() {
    Mint mint = Mint.of("RS256");
    String text =
        IntStream.rangeClosed(1, rules)
            .mapToObj(number -> "GET /api/things-" + number + "/** scope read:orders")
            .collect(Collectors.joining("\n"));
    gate = Gate.open(BearergateVerifier.settings(mint).rules(text).build());
    request = new HeaderView("/api/things-" + rules + "/4711", "Bearer " + mint.token(0));
  }

  @Benchmark
  public Object decide() {
    if (gate.decide(request) instanceof Decision.Admit admit) {
      return admit;
    }
    throw new IllegalStateException("a good request was refused");
  }
}
