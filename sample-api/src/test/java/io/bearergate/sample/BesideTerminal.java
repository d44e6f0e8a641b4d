package io.bearergate.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.util.function.Consumer;

/** What is printed, and somebody who opens the links that are to be opened as soon as they are. */
final class BesideTerminal extends PrintStream {

  private static final String INVITATION = "Open this in a browser";

  private final ByteArrayOutputStream printed;
  private final Consumer<URI> opener;

  private BesideTerminal(ByteArrayOutputStream printed, Consumer<URI> opener) {
    super(printed, true, UTF_8);
    this.printed = printed;
    this.opener = opener;
  }

  static BesideTerminal readBy(Consumer<URI> opener) {
    return new BesideTerminal(new ByteArrayOutputStream(), opener);
  }

  @Override
  public void println(String line) {
    super.println(line);
    if (line.startsWith(INVITATION)) {
      opener.accept(URI.create(line.substring(line.lastIndexOf(' ') + 1)));
    }
  }

  String text() {
    return printed.toString(UTF_8);
  }
}
