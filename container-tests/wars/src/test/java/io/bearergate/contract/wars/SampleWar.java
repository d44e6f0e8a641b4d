package io.bearergate.contract.wars;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A sample application as the build made it. */
enum SampleWar {
  WEB_XML("web-xml", ""),
  ANNOTATION("annotation", ""),
  JAX_RS("jax-rs", "-with-jersey"),
  JAX_RS_OF_THE_SERVER("jax-rs", "");

  private static final String WARS = "wars";

  private final String folder;
  private final String classifier;

  SampleWar(String folder, String classifier) {
    this.folder = folder;
    this.classifier = classifier;
  }

  private Path file() {
    String name =
        "bearergate-sample-%s-%s%s.war"
            .formatted(folder, System.getProperty("wars.version"), classifier);
    Path file = Path.of(System.getProperty(WARS, ""), folder, "target", name);
    if (!Files.isRegularFile(file)) {
      throw new IllegalStateException("no " + file + ": run mvn verify, which makes the WARs");
    }
    return file;
  }

  /** What is in it, folders left out. */
  List<String> entries() {
    try (ZipFile war = new ZipFile(file().toFile())) {
      return war.stream()
          .filter(entry -> !entry.isDirectory())
          .map(ZipEntry::getName)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Unpacks it, as a server does. */
  Path unpackedInto(Path target) {
    try (ZipFile war = new ZipFile(file().toFile())) {
      for (ZipEntry entry : Collections.list(war.entries())) {
        if (!entry.isDirectory()) {
          unpack(war, entry, target.resolve(entry.getName()));
        }
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unpack(ZipFile war, ZipEntry entry, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (InputStream content = war.getInputStream(entry)) {
      Files.copy(content, file);
    }
  }
}
