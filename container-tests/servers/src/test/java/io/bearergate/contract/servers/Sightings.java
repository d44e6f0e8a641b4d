package io.bearergate.contract.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** What one server was seen to do: a column of the table. Not thread-safe. */
final class Sightings {

  /** Whose column it is. */
  static final String SERVER = "SERVER";

  /** When, and on what. */
  static final String SEEN = "SEEN";

  private static final Path RESULTS =
      Path.of(System.getProperty("servers.results", "target/results"));

  private final String server;
  private final Map<Behaviour, Boolean> held = new EnumMap<>(Behaviour.class);
  private final Map<Behaviour, String> facts = new EnumMap<>(Behaviour.class);

  Sightings(String server) {
    this.server = server;
  }

  /** Notes what was seen where the table says more than yes. */
  void note(Behaviour behaviour, String fact) {
    facts.put(behaviour, fact);
  }

  /** Notes the end of a test; a row holds if all of its tests do. */
  void ended(Behaviour behaviour, boolean well) {
    held.merge(behaviour, well, Boolean::logicalAnd);
  }

  private String cell(Behaviour behaviour) {
    return held.get(behaviour) ? facts.getOrDefault(behaviour, "yes") : "**no**";
  }

  /** Leaves the column for the table. */
  void write() {
    Properties column = new Properties();
    column.setProperty(SERVER, server);
    column.setProperty(SEEN, seen());
    column.putAll(held.keySet().stream().collect(Collectors.toMap(Behaviour::name, this::cell)));
    try {
      Files.createDirectories(RESULTS);
      Path file = RESULTS.resolve(server.replaceAll("[^A-Za-z0-9.]+", "-") + ".properties");
      try (var out = Files.newBufferedWriter(file)) {
        column.store(out, null);
      }
      Table.write(RESULTS, earlier());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String seen() {
    return "%s, JDK %s, %s"
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            System.getProperty("java.version"),
            System.getProperty("os.name"));
  }

  /** Those of the page if only some servers run, else none. */
  private static List<Properties> earlier() throws IOException {
    Path docs = Path.of(System.getProperty("servers.docs", "../../docs"));
    return Boolean.getBoolean("servers.keep")
        ? EarlierTable.columns(docs.resolve("containers.md"))
        : List.of();
  }
}
