package io.bearergate.keys;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the core logs, at every level, while this is open. */
public final class CapturedLog extends Handler implements AutoCloseable {

  private static final Logger LOGGER = Logger.getLogger("io.bearergate");

  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  public CapturedLog() {
    LOGGER.addHandler(this);
    LOGGER.setLevel(Level.ALL);
    LOGGER.setUseParentHandlers(false);
  }

  /** As they are, each with the method that logged it. */
  public List<LogRecord> records() {
    return records;
  }

  public List<String> warnings() {
    return lines(Level.WARNING);
  }

  List<String> lines(Level level) {
    return records.stream()
        .filter(entry -> entry.getLevel().equals(level))
        .map(entry -> MessageFormat.format(entry.getMessage(), entry.getParameters()))
        .toList();
  }

  @Override
  public void publish(LogRecord entry) {
    var unused =
        entry.getSourceMethodName(); // which is looked for on the stack, while there is one
    records.add(entry);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOGGER.removeHandler(this);
    LOGGER.setLevel(null);
    LOGGER.setUseParentHandlers(true);
  }
}
