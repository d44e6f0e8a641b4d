package io.bearergate.benchmarks.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a document that a run writes anew, between two comments of its own. */
record MarkedSection(String name) {

  /** Puts {@code text} there. */
  void replace(Path document, String text) throws IOException {
    String all = Files.readString(document);
    String begin = "<!-- " + name + ": begin, written by the run -->\n";
    int from = all.indexOf(begin);
    int to = all.indexOf("<!-- " + name + ": end -->");
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no section " + name + " in the document");
    }
    Files.writeString(document, all.substring(0, from + begin.length()) + text + all.substring(to));
  }
}
