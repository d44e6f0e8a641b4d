package io.bearergate.contract.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every server's column beside the others, as people read it. */
final class Table {

  private Table() {}

  /** What each row is called, by its key in a column; the first row is the heading. */
  static Map<String, String> titles() {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put(Sightings.SERVER, "");
    titles.put(Sightings.SEEN, "seen on");
    for (Behaviour behaviour : Behaviour.values()) {
      titles.put(behaviour.name(), behaviour.title());
    }
    return titles;
  }

  /**
   * Writes {@code containers.md} beside the columns that are there.
   *
   * @param earlier columns that stay unless their servers have run now
   */
  static void write(Path results, List<Properties> earlier) throws IOException {
    Map<String, Properties> columns = new TreeMap<>();
    Stream.concat(earlier.stream(), columns(results).stream())
        .forEach(column -> columns.put(column.getProperty(Sightings.SERVER, ""), column));
    Files.writeString(results.resolve("containers.md"), text(columns.values()));
  }

  private static String text(Collection<Properties> columns) {
    StringBuilder text = new StringBuilder();
    titles()
        .forEach(
            (key, title) -> {
              text.append(row(title, columns.stream().map(column -> column.getProperty(key, "–"))));
              if (key.equals(Sightings.SERVER)) {
                text.append("|---|").append("---|".repeat(columns.size())).append('\n');
              }
            });
    return text.toString();
  }

  private static String row(String title, Stream<String> cells) {
    return "| " + title + " | " + cells.collect(Collectors.joining(" | ")) + " |\n";
  }

  private static List<Properties> columns(Path results) throws IOException {
    try (Stream<Path> files = Files.list(results)) {
      List<Path> columns =
          files.filter(name -> name.toString().endsWith(".properties")).sorted().toList();
      return columns.stream().map(Table::column).toList();
    }
  }

  private static Properties column(Path file) {
    Properties column = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      column.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return column;
  }
}
