package io.bearergate.faults;

import java.io.BufferedReader;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAccumulator;

/**
 * The HTTP side of an issuer, which answers each path as it was told last, well or not.
 * Thread-safe.
 */
final class ScriptedIssuer implements AutoCloseable {

  static final String KEYS = "/jwks";
  static final String METADATA = "/metadata";

  private final ServerSocket server;
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<Long> keyFetches = new CopyOnWriteArrayList<>();
  private final LongAccumulator mostTaken = new LongAccumulator(Math::max, 0);

  private ScriptedIssuer(ServerSocket server) {
    this.server = server;
  }

  static ScriptedIssuer start() {
    try {
      ScriptedIssuer issuer =
          new ScriptedIssuer(new ServerSocket(0, 500, InetAddress.getLoopbackAddress()));
      daemon(issuer::accept);
      return issuer;
    } catch (IOException e) {
      throw new UncheckedIOException("no loopback port for the issuer", e);
    }
  }

  String address(String path) {
    return "http://127.0.0.1:" + server.getLocalPort() + path;
  }

  /** From now on that path is answered so. */
  void answer(String path, Reply reply) {
    replies.put(path, reply);
  }

  /** How often the key set was asked for. */
  int keyFetches() {
    return keyFetches.size();
  }

  /** How often it was asked for until a moment of {@link System#nanoTime}. */
  int keyFetchesUntil(long nanoTime) {
    return (int) keyFetches.stream().filter(at -> at - nanoTime <= 0).count();
  }

  /** The most octets that one answer could be rid of, those in the system's buffers included. */
  long mostTaken() {
    return mostTaken.get();
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "scripted-issuer");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        open.add(socket);
        daemon(() -> serve(socket));
      }
    } catch (IOException e) {
      // stopped
    }
  }

  private void serve(Socket socket) {
    Counted out = null;
    try (socket) {
      String path = pathAskedFor(socket);
      if (path.equals(KEYS)) {
        keyFetches.add(System.nanoTime());
      }
      out = new Counted(socket.getOutputStream());
      replies.getOrDefault(path, Reply.status("404 Not Found")).to(socket, out);
      out.flush();
    } catch (IOException e) {
      // the client went away, as it should
    } finally {
      open.remove(socket);
      mostTaken.accumulate(out == null ? 0 : out.octets);
    }
  }

  private static String pathAskedFor(Socket socket) throws IOException {
    BufferedReader head =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    String first = head.readLine();
    for (String line = first; line != null && !line.isEmpty(); ) {
      line = head.readLine();
    }
    return first == null ? "" : first.split(" ", 3)[1];
  }

  /** Refuses connections, and breaks those there are. */
  void stop() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the issuer could not be stopped", e);
    }
  }

  @Override
  public void close() {
    stop();
  }

  /** Counts what the client's side took. For one thread. */
  private static final class Counted extends FilterOutputStream {
    private long octets;

    Counted(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] piece, int from, int length) throws IOException {
      out.write(piece, from, length);
      octets += length;
    }
  }
}
