package io.bearergate.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What an issuer sends back, judged by its head before any of its body is read.
 *
 * @param asked the version that need not have been sent again, as the request said
 */
record Response(HttpURLConnection connection, int status, Optional<Version> asked) {

  private static final int BUFFER_BYTES = 8192;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> LATER = Set.of(429, HttpURLConnection.HTTP_UNAVAILABLE);

  static Response of(HttpURLConnection connection, Optional<Version> asked) throws IOException {
    return new Response(connection, connection.getResponseCode(), asked);
  }

  boolean isRedirect() {
    return REDIRECTS.contains(status);
  }

  /** The answer, if it can be used. */
  Answer from(URI address, int maxBytes) throws IOException {
    AnswerFields fields = AnswerFields.of(connection);
    if (status == HttpURLConnection.HTTP_NOT_MODIFIED && asked.isPresent()) {
      return new Answer(Optional.empty(), asked, fields.freshFor());
    }
    checkStatus(fields);
    String body = new String(octets(maxBytes), StandardCharsets.UTF_8);
    Optional<Version> version = fields.entityTag().map(tag -> new Version(address, tag));
    return new Answer(Optional.of(body), version, fields.freshFor());
  }

  private void checkStatus(AnswerFields fields) throws BadAnswer {
    if (status < 0) {
      throw new BadAnswer("is answered with what is not HTTP");
    }
    if (status != HttpURLConnection.HTTP_OK) {
      Optional<Duration> later = LATER.contains(status) ? fields.retryAfter() : Optional.empty();
      throw new BadAnswer("is answered with HTTP status " + status, later);
    }
  }

  /** The body as it was sent, whatever the status. */
  byte[] octets(int maxBytes) throws IOException {
    String encoding = connection.getHeaderField("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new BadAnswer("is compressed, unasked");
    }
    return body(maxBytes);
  }

  private byte[] body(int maxBytes) throws IOException {
    long announced = connection.getContentLengthLong();
    checkLength(announced, maxBytes);
    ByteArrayOutputStream body = new ByteArrayOutputStream(BUFFER_BYTES);
    byte[] buffer = new byte[BUFFER_BYTES];
    InputStream in = connection.getInputStream(); // closed when the attempt disconnects
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      body.write(buffer, 0, read);
      checkLength(body.size(), maxBytes);
    }
    boolean chunked = connection.getHeaderField("Transfer-Encoding") != null;
    if (!chunked && body.size() < announced) {
      throw new BadAnswer("is cut short"); // which the JDK does not notice
    }
    return body.toByteArray();
  }

  private static void checkLength(long bytes, int maxBytes) throws BadAnswer {
    if (bytes > maxBytes) {
      throw new BadAnswer("is longer than " + maxBytes + " bytes");
    }
  }
}
