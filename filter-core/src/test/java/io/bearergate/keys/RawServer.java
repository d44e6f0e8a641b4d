package io.bearergate.keys;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;

/**
 * Sends fixed octets and then one piece again and again, a hundred a second, or nothing more: what
 * no well-behaved HTTP server would do.
 */
final class RawServer implements AutoCloseable {

  private final ServerSocket server;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final String head;
  private final String piece;
  private final String scheme;

  private RawServer(ServerSocket server, String scheme, String head, String piece) {
    this.server = server;
    this.scheme = scheme;
    this.head = head;
    this.piece = piece;
    daemon(this::accept);
  }

  static RawServer plain(String head, String piece) {
    return new RawServer(listen(ServerSocketFactory.getDefault(), 0), "http", head, piece);
  }

  static RawServer plainAt(int port, String answer) {
    return new RawServer(listen(ServerSocketFactory.getDefault(), port), "http", answer, "");
  }

  static RawServer tls(ServerSocketFactory sockets, String head, String piece) {
    return new RawServer(listen(sockets, 0), "https", head, piece);
  }

  /** One that demands a certificate of its clients. */
  static RawServer mutualTls(ServerSocketFactory sockets, String answer) {
    SSLServerSocket server = (SSLServerSocket) listen(sockets, 0);
    server.setNeedClientAuth(true);
    return new RawServer(server, "https", answer, "");
  }

  private static ServerSocket listen(ServerSocketFactory sockets, int port) {
    try {
      return sockets.createServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI uri() {
    return URI.create(scheme + "://localhost:" + server.getLocalPort() + "/jwks");
  }

  int port() {
    return server.getLocalPort();
  }

  int connections() {
    return open.size();
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "raw-server");
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
      // closed
    }
  }

  private void serve(Socket socket) {
    try {
      if (socket.getInputStream().read(new byte[4096]) < 0) {
        return;
      }
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      while (!piece.isEmpty()) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        out.write(piece.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
      }
    } catch (IOException e) {
      // the client went away, as it should
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
