package io.bearergate.benchmarks.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a document that a run writes anew, between two comments of its own. */
record MarkedSection(String name) {

  private String begin() {
    return "<!-- " + name + ": begin, written by the run -->\n";
  }

  private String end() {
    return "<!-- " + name + ": end -->";
  }

  /** Puts {@code text} there, in the file. */
  void replace(Path document, String text) throws IOException {
    Files.writeString(document, replaced(Files.readString(document), text));
  }

  /** {@code document} with {@code text} there. */
  String replaced(String document, String text) {
    int from = document.indexOf(begin());
    int to = document.indexOf(end());
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no section " + name + " in the document");
    }
    return document.substring(0, from + begin().length()) + text + document.substring(to);
  }
}
