package io.bearergate.keys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that answers every {@code CONNECT} by a tunnel to one port of this machine. */
final class ConnectProxy implements AutoCloseable {

  private final ServerSocket server;
  private final int target;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<String> heads = new CopyOnWriteArrayList<>();

  private ConnectProxy(ServerSocket server, int target) {
    this.server = server;
    this.target = target;
    daemon(this::accept);
  }

  static ConnectProxy to(int target) {
    try {
      return new ConnectProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Proxy at(int port) {
    return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("localhost", port));
  }

  Proxy address() {
    return at(server.getLocalPort());
  }

  /** What it was asked, head by head. */
  List<String> heads() {
    return heads;
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "connect-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        open.add(client);
        daemon(() -> tunnel(client));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void tunnel(Socket client) {
    try {
      heads.add(head(client.getInputStream()));
      Socket issuer = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(issuer);
      client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      daemon(() -> copy(issuer, client));
      copy(client, issuer);
    } catch (IOException e) {
      // one side went away
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      head.append((char) octet);
      if (head.toString().endsWith("\r\n\r\n")) {
        break;
      }
    }
    return head.toString();
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // one side went away
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
