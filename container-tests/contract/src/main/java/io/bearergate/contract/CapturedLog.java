package io.bearergate.contract;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Everything that the filter and the libraries under it log, at every level, as text. */
public final class CapturedLog implements AutoCloseable {

  private static final List<String> LOGGERS =
      List.of("io.bearergate", "com.nimbusds", "com.github.benmanes");

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final Handler handler = new Remembering();
  private final List<Logger> loggers;

  private CapturedLog(List<Logger> loggers) {
    this.loggers = loggers;
  }

  /** From now on until it is closed. */
  public static CapturedLog start() {
    CapturedLog log = new CapturedLog(LOGGERS.stream().map(Logger::getLogger).toList());
    log.handler.setLevel(Level.ALL);
    log.loggers.forEach(
        logger -> {
          logger.setLevel(Level.ALL);
          logger.setUseParentHandlers(false);
          logger.addHandler(log.handler);
        });
    return log;
  }

  /** One line a record. */
  public String text() {
    return String.join("\n", lines);
  }

  void clear() {
    lines.clear();
  }

  @Override
  public void close() {
    loggers.forEach(
        logger -> {
          logger.removeHandler(handler);
          logger.setUseParentHandlers(true);
          logger.setLevel(null);
        });
  }

  /** Message, parameters and stack trace of each record. */
  private final class Remembering extends Handler {
    @Override
    public void publish(LogRecord record) {
      StringWriter text = new StringWriter();
      text.append(record.getLevel().getName()).append(' ').append(record.getMessage());
      Object[] parameters = record.getParameters();
      Stream.of(parameters == null ? new Object[0] : parameters)
          .forEach(parameter -> text.append(' ').append(String.valueOf(parameter)));
      if (record.getThrown() != null) {
        record.getThrown().printStackTrace(new PrintWriter(text));
      }
      lines.add(text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
