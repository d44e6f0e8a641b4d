package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every case of the acceptance checklist is the name of some test: nobody can lose one. */
class ChecklistTest {

  private static final Path ROOT = Path.of("..");

  /** Where tests are; a contract is one, though another module runs it. */
  private static final List<String> TREES =
      List.of("sample-api/src/test", "filter-core/src/test", "container-tests", "interop-tests");

  private static final Pattern SOURCE = Pattern.compile(".*\\.(java|mjs)");
  private static final Pattern ELSEWHERE = Pattern.compile("target|node_modules");

  /** A name is a literal: what only a comment says is tested by nobody. */
  private static final Pattern NAME = Pattern.compile("([\"'`])(?:(?!\\1)[^\n])*\\1");

  private static final Pattern CASE = Pattern.compile("\\b(?:F\\d\\d|RS)\\.\\d+\\b");

  @Test
  @DisplayName("every case of the checklist has a test that bears its number")
  void hasTestOfEveryCase() throws IOException {
    assertThat(missingFrom(named(), checklist())).isEmpty();
  }

  @Test
  @DisplayName("no test bears the number of a case that the checklist does not have")
  void namesNoCaseThatDoesNotExist() throws IOException {
    assertThat(missingFrom(checklist(), named())).isEmpty();
  }

  @Test
  @DisplayName("a case in no name is told, also where a comment speaks of it")
  void tellsWhatIsMissing() {
    Set<String> named = cases("/* F09.2 */ @DisplayName(\"F09.1 + F09.10 login\")");

    assertThat(missingFrom(named, Set.of("F09.1", "F09.2", "F09.10"))).containsExactly("F09.2");
  }

  private static Set<String> missingFrom(Set<String> there, Set<String> wanted) {
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(there);
    return missing;
  }

  private static Set<String> checklist() throws IOException {
    Properties counts = new Properties();
    try (InputStream list = ChecklistTest.class.getResourceAsStream("checklist.properties")) {
      counts.load(list);
    }
    return counts.stringPropertyNames().stream()
        .flatMap(line -> numbered(line, Integer.parseInt(counts.getProperty(line))))
        .collect(Collectors.toSet());
  }

  private static Stream<String> numbered(String line, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> line + "." + number);
  }

  private static Set<String> named() throws IOException {
    Set<String> named = new TreeSet<>();
    for (String tree : TREES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(tree))) {
        files.filter(ChecklistTest::isSource).forEach(file -> named.addAll(cases(textOf(file))));
      }
    }
    return named;
  }

  private static boolean isSource(Path file) {
    return SOURCE.matcher(file.getFileName().toString()).matches()
        && !file.endsWith("ChecklistTest.java")
        && IntStream.range(0, file.getNameCount())
            .noneMatch(i -> ELSEWHERE.matcher(file.getName(i).toString()).matches());
  }

  private static Set<String> cases(String source) {
    return NAME.matcher(source)
        .results()
        .flatMap(name -> CASE.matcher(name.group()).results())
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private static String textOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
