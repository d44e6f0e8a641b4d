package io.bearergate.benchmarks.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was found, written where people and machines look for it. */
record Report(Results results, Surroundings surroundings) {

  private static final String FOLDER = "performance";

  /** Writes the results, the pictures and the section of the document, below {@code root}. */
  void write(Path root) throws IOException {
    new ResultFile(results, surroundings)
        .write(root.resolve("benchmarks/results/verification.json"));
    Path docs = root.resolve("docs");
    Path pictures = Files.createDirectories(docs.resolve(FOLDER));
    for (Curve curve : Curve.all()) {
      curve.draw(results, pictures);
    }
    new MarkedSection("verification").replace(docs.resolve("performance.md"), text());
  }

  private String text() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Measured: " + surroundings.text() + ".");
    lines.add("Medians of the rounds, least and most in brackets.");
    lines.add("");
    lines.add("### A token never seen before");
    lines.addAll(new UnseenTable(results).lines());
    lines.add("");
    lines.add("### A request");
    lines.addAll(new RequestTable(results).lines());
    lines.add("");
    lines.add("### Cost against size");
    for (Curve curve : Curve.all()) {
      lines.add(
          "![CPU time against the number of "
              + curve.parameter()
              + "]("
              + FOLDER
              + "/"
              + curve.name()
              + ".png)");
    }
    lines.add("");
    return String.join("\n", lines) + "\n";
  }
}
