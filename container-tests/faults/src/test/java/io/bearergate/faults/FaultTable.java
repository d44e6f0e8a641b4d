package io.bearergate.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was measured, as people read it. Thread-safe. */
final class FaultTable {

  private final Form form;
  private final List<Row> rows = new CopyOnWriteArrayList<>();

  FaultTable(Form form) {
    this.form = form;
  }

  void add(Row row) {
    rows.add(row);
  }

  /** Prints the table and leaves it where the build wants it. */
  void publish() {
    String text = text();
    System.out.println(text);
    try {
      Files.writeString(Path.of(System.getProperty("faults.table", "target/faults.md")), text);
    } catch (IOException e) {
      throw new UncheckedIOException("the table cannot be written", e);
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder(heading());
    text.append(Row.HEAD);
    rows.stream()
        .sorted(Comparator.comparing(Row::fault).thenComparing(Row::server))
        .forEach(row -> text.append(row.line()).append('\n'));
    return text.toString();
  }

  private String heading() {
    return String.format(
        Locale.ROOT,
        "%s, %s form: %d good tokens a second, %d s a fault. %s %s, %s, %s, %s %s, %d processors.\n\n",
        LocalDate.now(ZoneOffset.UTC),
        form.name().toLowerCase(Locale.ROOT),
        form.perSecond,
        form.fault.toSeconds(),
        System.getProperty("java.vm.name"),
        System.getProperty("java.version"),
        Server.JETTY.title(),
        Server.TOMCAT.title(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors());
  }
}
