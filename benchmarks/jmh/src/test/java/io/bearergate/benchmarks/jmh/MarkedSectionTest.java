package io.bearergate.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MarkedSectionTest {

  private static final String BEGIN = "<!-- speed: begin, written by the run -->\n";
  private static final String END = "<!-- speed: end -->";

  private final MarkedSection section = new MarkedSection("speed");

  @Test
  void replacesWhatStandsBetweenTheComments() {
    String document = "before\n" + BEGIN + "old\n" + END + "\nafter\n";

    assertThat(section.replaced(document, "new\n"))
        .isEqualTo("before\n" + BEGIN + "new\n" + END + "\nafter\n");
  }

  @Test
  void refusesDocumentWithoutTheSection() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> section.replaced("no comments\n", "new\n"))
        .withMessageContaining("speed");
  }
}
