package io.bearergate.contract.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of {@code docs/containers.md}. */
class TableTest {

  private static final String PAGE =
      """
      # Servers
      <!-- table -->
      |  | Server 1 | Server 2 |
      |---|---|---|
      | seen on | a Monday | a Tuesday |
      | `TRACE` | 403 | 405 of the server |
      | a row of long ago | 1 | 2 |
      <!-- end of the table -->
      | a table of another kind |
      """;

  @TempDir private Path folder;

  private List<Properties> earlier(String page) throws IOException {
    return EarlierTable.columns(Files.writeString(folder.resolve("page.md"), page));
  }

  private List<String> written(List<Properties> earlier) throws IOException {
    Path results = Files.createDirectories(folder.resolve("results"));
    Files.writeString(results.resolve("2.properties"), "SERVER=Server 2\nTRACE=400\n");
    Table.write(results, earlier);
    return Files.readAllLines(results.resolve("containers.md"));
  }

  @Test
  void hasTheServersOfTheRunAlone() throws IOException {
    assertThat(written(List.of()))
        .startsWith("|  | Server 2 |", "|---|---|")
        .contains("| `TRACE` | 400 |", "| seen on | – |");
  }

  @Test
  void keepsColumnsOfServersThatDidNotRun() throws IOException {
    assertThat(written(earlier(PAGE)))
        .startsWith("|  | Server 1 | Server 2 |", "|---|---|---|")
        .contains("| `TRACE` | 403 | 400 |", "| seen on | a Monday | – |");
  }

  @Test
  void dropsRowsThatAreNoMore() throws IOException {
    assertThat(written(earlier(PAGE))).noneMatch(line -> line.contains("long ago"));
  }

  @Test
  void keepsNothingOfAPageWithoutTable() throws IOException {
    assertThat(earlier("# Servers\n")).isEmpty();
  }
}
