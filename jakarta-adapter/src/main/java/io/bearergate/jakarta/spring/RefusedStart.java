package io.bearergate.jakarta.spring;

/** The application must not start as it is; the message says why and what to write. */
final class RefusedStart extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RefusedStart(String problem) {
    super("Bearergate cannot start: " + problem);
  }
}
