package io.bearergate.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/dpop.md says to paste is what runs here. */
class RecipesTest {

  @ParameterizedTest
  @CsvSource({"**Hazelcast**, HazelcastTest", "**Redis**, RedisTest"})
  void standsInTheGuideAsItRunsHere(String heading, String test) throws IOException {
    String ran =
        Files.readString(Path.of("src/test/java/io/bearergate/clusters/" + test + ".java"));

    List<String> recipe = recipe(heading);

    assertThat(recipe).isNotEmpty();
    assertThat(ran.lines().map(String::strip)).containsSubsequence(recipe);
  }

  private static List<String> recipe(String heading) throws IOException {
    return Files.readAllLines(Path.of("../../docs/dpop.md")).stream()
        .dropWhile(line -> !line.startsWith(heading))
        .dropWhile(line -> !line.equals("```java"))
        .skip(1)
        .takeWhile(line -> !line.equals("```"))
        .map(String::strip)
        .toList();
  }
}
