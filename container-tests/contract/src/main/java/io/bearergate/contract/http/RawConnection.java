package io.bearergate.contract.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** One connection, kept alive and opened anew where the server closed it. Not thread-safe. */
public final class RawConnection implements AutoCloseable {

  private static final int LONGEST_SILENCE_MILLIS = 20_000;
  private static final int SWITCHING_PROTOCOLS = 101;

  private final URI server;
  private final SocketFactory sockets;
  private final @Nullable String from;
  private @Nullable Socket socket;
  private @Nullable InputStream in;

  private RawConnection(URI server, SocketFactory sockets, @Nullable String from) {
    this.server = server;
    this.sockets = sockets;
    this.from = from;
  }

  /** To a server; connects with the first request. */
  public static RawConnection to(URI server) {
    return new RawConnection(server, SocketFactory.getDefault(), null);
  }

  /** To a server from another address of this machine, such as 127.0.0.2. */
  public static RawConnection from(String address, URI server) {
    return new RawConnection(server, SocketFactory.getDefault(), address);
  }

  /** To a server over TLS. */
  public static RawConnection over(SSLContext tls, URI server) {
    return new RawConnection(server, tls.getSocketFactory(), null);
  }

  /** Sends one request on a connection of its own. */
  public static Answer exchange(URI server, RawRequest request) {
    try (RawConnection connection = to(server)) {
      return connection.send(request);
    }
  }

  /** Sends one request and reads its answer. */
  public Answer send(RawRequest request) {
    try {
      Answer answer = attempt(request);
      if (answer.header("Connection").equalsIgnoreCase("close")) {
        close();
      }
      return answer;
    } catch (IOException e) {
      close();
      throw new UncheckedIOException("no answer to " + request.method() + " " + server, e);
    }
  }

  /** Whether the server has left the connection open. */
  public boolean isOpen() {
    return socket != null;
  }

  private Answer attempt(RawRequest request) throws IOException {
    Socket open = socket != null ? socket : connect();
    InputStream input = in != null ? in : new BufferedInputStream(open.getInputStream());
    in = input;
    open.getOutputStream().write(request.octets(server.getAuthority()));
    Answer answer = read(input, request.method().equals("HEAD"));
    while (answer.status() / 100 == 1 && answer.status() != SWITCHING_PROTOCOLS) {
      answer = read(input, false);
    }
    return answer;
  }

  private Socket connect() throws IOException {
    Socket opened =
        from == null
            ? sockets.createSocket(server.getHost(), server.getPort())
            : sockets.createSocket(
                server.getHost(), server.getPort(), InetAddress.getByName(from), 0);
    opened.setTcpNoDelay(true);
    opened.setSoTimeout(LONGEST_SILENCE_MILLIS);
    socket = opened;
    return opened;
  }

  private static Answer read(InputStream input, boolean bodiless) throws IOException {
    List<String> head = new ArrayList<>();
    for (String line = line(input); !line.isEmpty(); line = line(input)) {
      head.add(line);
    }
    if (head.isEmpty()) {
      throw new EOFException("an empty answer");
    }
    int status = Integer.parseInt(head.get(0).split(" ", 3)[1]);
    Answer answer = new Answer(status, head, "");
    boolean empty = bodiless || status / 100 == 1 || status == 204 || status == 304;
    return empty ? answer : new Answer(status, head, body(input, answer));
  }

  private static String body(InputStream input, Answer answer) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (answer.header("Transfer-Encoding").equalsIgnoreCase("chunked")) {
      readChunks(input, body);
    } else if (!answer.header("Content-Length").isEmpty()) {
      body.writeBytes(exactly(input, Integer.parseInt(answer.header("Content-Length"))));
    } else {
      body.writeBytes(input.readAllBytes());
    }
    return body.toString(StandardCharsets.ISO_8859_1);
  }

  private static void readChunks(InputStream input, ByteArrayOutputStream body) throws IOException {
    int size = Integer.parseInt(line(input), 16);
    while (size > 0) {
      body.writeBytes(exactly(input, size));
      line(input);
      size = Integer.parseInt(line(input), 16);
    }
    line(input);
  }

  private static byte[] exactly(InputStream input, int length) throws IOException {
    byte[] octets = input.readNBytes(length);
    if (octets.length < length) {
      throw new EOFException("the answer ended early");
    }
    return octets;
  }

  private static String line(InputStream input) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int octet = input.read(); octet != '\n'; octet = input.read()) {
      if (octet < 0) {
        throw new EOFException("the connection was closed");
      }
      if (octet != '\r') {
        line.append((char) octet);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not close", e);
    } finally {
      socket = null;
      in = null;
    }
  }
}
