package io.bearergate.introspection;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** The introspection endpoint of an issuer, on an ephemeral port; answers as a test tells it to. */
public final class AskedIssuer implements AutoCloseable {

  /** What was asked: header fields and the members of the form, decoded. */
  public record Asked(Map<String, String> headers, Map<String, String> form) {
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** What is answered. */
  public record Reply(int status, String mediaType, String body, Map<String, String> headers) {
    public static Reply json(String body) {
      return new Reply(200, "application/json", body, Map.of());
    }

    public static Reply status(int status) {
      return new Reply(status, "application/json", "{\"active\":true}", Map.of());
    }

    public Reply of(String otherMediaType) {
      return new Reply(status, otherMediaType, body, headers);
    }

    public Reply with(String name, String value) {
      return new Reply(status, mediaType, body, Map.of(name, value));
    }
  }

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile Function<Asked, Reply> answer = question -> Reply.json("{\"active\":false}");

  public AskedIssuer() {
    try {
      server = new ServerSocket(0, 300, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  public URI uri() {
    return URI.create("http://localhost:" + server.getLocalPort() + "/introspect");
  }

  public AskedIssuer answer(Function<Asked, Reply> how) {
    answer = how;
    return this;
  }

  public AskedIssuer answer(Reply reply) {
    return answer(question -> reply);
  }

  public AskedIssuer answer(String json) {
    return answer(Reply.json(json));
  }

  public List<Asked> asked() {
    return new ArrayList<>(asked);
  }

  public int count() {
    return asked.size();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Asked question = read(new BufferedInputStream(socket.getInputStream()));
      asked.add(question);
      Reply reply = answer.apply(question);
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " -\r\n");
      head.append("Content-Type: ").append(reply.mediaType()).append("\r\n");
      head.append("Content-Length: ").append(body.length).append("\r\n");
      reply.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
      OutputStream out = socket.getOutputStream();
      out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
      out.flush();
    } catch (IOException e) {
      // the client went away, as it may
    }
  }

  private static Asked read(InputStream in) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    line(in);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    String form = new String(in.readNBytes(length), StandardCharsets.US_ASCII);
    return new Asked(headers, members(form));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int octet = in.read(); octet != '\n' && octet >= 0; octet = in.read()) {
      line.append((char) octet);
    }
    return line.toString().strip();
  }

  private static Map<String, String> members(String form) {
    Map<String, String> members = new TreeMap<>();
    for (String pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      members.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
    }
    return members;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
