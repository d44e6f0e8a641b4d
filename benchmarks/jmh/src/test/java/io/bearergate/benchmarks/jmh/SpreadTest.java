package io.bearergate.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void takesTheMiddleOfAnOddNumber() {
    assertThat(Spread.of(List.of(3.0, 1.0, 2.5))).isEqualTo(new Spread(2.5, 1.0, 3.0));
  }

  @Test
  void takesTheMeanOfTheTwoInTheMiddleOfAnEvenNumber() {
    assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0)).median()).isEqualTo(2.5);
  }

  @Test
  void writesMedianLeastAndMost() {
    assertThat(new Spread(1.046, 1.02, 1.07).text(2)).isEqualTo("1.05 (1.02–1.07)");
  }
}
