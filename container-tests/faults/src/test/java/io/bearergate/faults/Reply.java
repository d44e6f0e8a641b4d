package io.bearergate.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

/** How one request to an issuer is answered, octet by octet, or not at all. */
@FunctionalInterface
interface Reply {

  /** One second of a body comes in so many pieces when it drips. */
  Duration DRIP = Duration.ofMillis(50);

  /**
   * Writes whatever it likes; {@code out} is the socket's, counted. The connection ends with it.
   */
  void to(Socket socket, OutputStream out) throws IOException;

  /** A whole answer. */
  static Reply of(String status, String type, String body, String... headers) {
    return octets(status, type, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  static Reply json(String body) {
    return of("200 OK", "application/json", body);
  }

  static Reply status(String status, String... headers) {
    return of(status, "text/plain", "no keys today", headers);
  }

  static Reply redirect(String location) {
    return status("302 Found", "Location: " + location);
  }

  private static Reply octets(String status, String type, byte[] body, String... headers) {
    return (socket, out) -> {
      out.write(head(status, "Content-Type: " + type, "Content-Length: " + body.length));
      out.write(lines(headers));
      out.write(lines(""));
      out.write(body);
    };
  }

  private static byte[] head(String status, String... headers) {
    return lines("HTTP/1.1 " + status, "Connection: close", String.join("\r\n", headers));
  }

  private static byte[] lines(String... lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(line).append("\r\n");
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The same, so much later, unless the client has gone by then. */
  default Reply after(Duration delay) {
    return (socket, out) -> {
      if (isStillThereAfter(delay, socket)) {
        to(socket, out);
      }
    };
  }

  private static boolean isStillThereAfter(Duration delay, Socket socket) throws IOException {
    socket.setSoTimeout(Math.toIntExact(delay.toMillis()));
    try {
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException e) {
      return true;
    }
  }

  /** Nothing, for as long as the client waits. */
  static Reply silence() {
    return (socket, out) -> {
      var unused = isStillThereAfter(Duration.ZERO, socket); // zero is for ever
    };
  }

  /** A body that takes for ever, an octet at a time. */
  static Reply drippingBody() {
    return dripping(head("200 OK", "Content-Type: application/json", ""), " ");
  }

  /** Headers that never end. */
  static Reply drippingHeaders() {
    return dripping(head("200 OK", "Content-Type: application/json"), "X-More: of it\r\n");
  }

  private static Reply dripping(byte[] head, String piece) {
    return (socket, out) -> {
      out.write(head);
      while (isStillThereAfter(DRIP, socket)) {
        out.write(piece.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
      }
    };
  }

  /** A reset in place of an answer. */
  static Reply reset() {
    return (socket, out) -> socket.setSoLinger(true, 0);
  }

  /** A good set followed by this many blanks, its length not told beforehand. */
  static Reply endless(String json, long blanks) {
    byte[] piece = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
    return (socket, out) -> {
      out.write(head("200 OK", "Content-Type: application/json", ""));
      out.write(json.getBytes(StandardCharsets.UTF_8));
      for (long sent = 0; sent < blanks; sent += piece.length) {
        out.write(piece);
      }
    };
  }

  /** The same blanks, compressed, whether the client asked for that or not. */
  static Reply gzipBomb(String json, long blanks) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(json.getBytes(StandardCharsets.UTF_8));
      byte[] piece = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
      for (long sent = 0; sent < blanks; sent += piece.length) {
        gzip.write(piece);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen in memory", e);
    }
    return octets("200 OK", "application/json", packed.toByteArray(), "Content-Encoding: gzip");
  }
}
