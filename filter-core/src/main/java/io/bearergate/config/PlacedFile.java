package io.bearergate.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What stands in a file or on the class path, as a setting names it. Read once, at the start. */
final class PlacedFile {

  private static final String CLASS_PATH = "classpath:";
  private static final String WEB_INF = "/WEB-INF/";
  private static final int MOST_BYTES = 1024 * 1024;

  private PlacedFile() {}

  /**
   * @param instead what may be written in place of a file's name
   */
  static byte[] read(String place, ClassLoader application, String instead) {
    return read(place, application, path -> null, instead);
  }

  /** The same, where a place may also be a web application's file, as in {@code /WEB-INF/x}. */
  static byte[] read(
      String place,
      ClassLoader application,
      Function<String, @Nullable InputStream> files,
      String instead) {
    try (InputStream in = opened(place, application, files)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IllegalArgumentException("is longer than 1MiB.");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          "cannot be read: there is no such file (relative names count from "
              + Path.of("").toAbsolutePath() // and not the name: it may be a key in the wrong place
              + "). Write a file, "
              + instead
              + ".");
    } catch (IOException | InvalidPathException e) {
      throw new IllegalArgumentException("cannot be read. Write a file, " + instead + ".");
    }
  }

  private static InputStream opened(
      String place, ClassLoader application, Function<String, @Nullable InputStream> files)
      throws IOException {
    InputStream ofApplication = place.startsWith(WEB_INF) ? files.apply(place) : null;
    if (ofApplication != null) {
      return ofApplication;
    }
    if (!place.startsWith(CLASS_PATH)) {
      return Files.newInputStream(Path.of(place));
    }
    String name = place.substring(CLASS_PATH.length()).replaceFirst("^/+", "");
    InputStream found = application.getResourceAsStream(name);
    if (found == null) {
      throw new IOException("No such resource");
    }
    return found;
  }
}
