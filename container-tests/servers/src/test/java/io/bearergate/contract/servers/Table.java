package io.bearergate.contract.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every server's column beside the others, as people read it. */
final class Table {

  private Table() {}

  /** Writes {@code containers.md} beside the columns that are there. */
  static void write(Path results) throws IOException {
    List<Properties> columns = columns(results);
    StringBuilder text = new StringBuilder(heading());
    text.append(row("", columns.stream().map(column -> column.getProperty(Sightings.SERVER))));
    text.append("|---|").append("---|".repeat(columns.size())).append('\n');
    for (Behaviour behaviour : Behaviour.values()) {
      text.append(
          row(
              behaviour.title(),
              columns.stream().map(column -> column.getProperty(behaviour.name(), "–"))));
    }
    Files.writeString(results.resolve("containers.md"), text);
  }

  private static String heading() {
    return "%s, JDK %s, %s.\n\n"
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            System.getProperty("java.version"),
            System.getProperty("os.name"));
  }

  private static String row(String title, Stream<String> cells) {
    return "| " + title + " | " + cells.collect(Collectors.joining(" | ")) + " |\n";
  }

  private static List<Properties> columns(Path results) throws IOException {
    List<Properties> columns = new ArrayList<>();
    try (Stream<Path> files = Files.list(results)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".properties")).toList()) {
        Properties column = new Properties();
        try (var in = Files.newBufferedReader(file)) {
          column.load(in);
        }
        columns.add(column);
      }
    }
    columns.sort(Comparator.comparing(column -> column.getProperty(Sightings.SERVER)));
    return columns;
  }
}
