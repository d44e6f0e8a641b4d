package io.bearergate.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UnseenTableTest {

  private static final SignatureProvider JDK = SignatureProvider.JDK;
  private static final Case RAW = Case.unseen("RS256", Contenders.RAW, JDK);
  private static final Case OURS = Case.unseen("RS256", Contenders.BEARERGATE, JDK);
  private static final Case PEER = Case.unseen("RS256", Contenders.JOSE4J, JDK);

  private final Results results = new Results();

  @Test
  void comparesWithTheBareSignatureRoundByRound() {
    results.add(Map.of(RAW, sample(40), OURS, sample(42), PEER, sample(60)));
    results.add(Map.of(RAW, sample(80), OURS, sample(84), PEER, sample(160)));

    assertThat(table())
        .contains("| JDK | RS256 | Bearergate | 63.0 (42.0–84.0) | 1.05 (1.05–1.05)");
  }

  @Test
  void saysThatTargetIsMet() {
    results.add(Map.of(RAW, sample(40), OURS, sample(44), PEER, sample(60)));

    assertThat(table()).contains("| ≤ 1.10×: met, ≤ 14 KB: met |");
  }

  @Test
  void saysThatTargetIsMissed() {
    results.add(Map.of(RAW, sample(40), OURS, sample(45), PEER, sample(60)));

    assertThat(table()).contains("| ≤ 1.10×: **missed**, ≤ 14 KB: met |");
  }

  @Test
  void saysWhereAPeerWins() {
    results.add(Map.of(RAW, sample(40), OURS, sample(50), PEER, sample(40)));

    assertThat(table()).contains("on RS256 jose4j is faster (Bearergate takes 1.25 times as much)");
  }

  @Test
  void saysThatNoPeerWins() {
    results.add(Map.of(RAW, sample(40), OURS, sample(50), PEER, sample(60)));

    assertThat(table()).contains("No peer is faster or allocates less.").doesNotContain("wins");
  }

  private String table() {
    return String.join("\n", new UnseenTable(results).lines());
  }

  private static Sample sample(double cpuMicros) {
    return new Sample(cpuMicros, cpuMicros, 10_240);
  }
}
