package io.bearergate.benchmarks.http.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tokens of a file in turn, and from the start again. For one thread at a time. */
final class TokenLines implements AutoCloseable {

  private final Path file;
  private BufferedReader reader;

  private TokenLines(Path file, BufferedReader reader) {
    this.file = file;
    this.reader = reader;
  }

  static TokenLines open(Path file, long offset) throws IOException {
    return new TokenLines(file, reader(file, offset));
  }

  String next() throws IOException {
    String token = reader.readLine();
    if (token == null) {
      reader.close();
      reader = reader(file, 0);
      token = reader.readLine();
    }
    return token;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private static BufferedReader reader(Path file, long offset) throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(offset);
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
  }
}
