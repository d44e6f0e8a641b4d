package io.bearergate.contract.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Accepts connections on the loopback and never answers. */
public final class SilentServer implements AutoCloseable {

  private static final int MOST_WAITING = 1000;

  private final ServerSocket socket;

  private SilentServer(ServerSocket socket) {
    this.socket = socket;
  }

  /** Starts one on an ephemeral port. */
  public static SilentServer start() {
    try {
      return new SilentServer(new ServerSocket(0, MOST_WAITING, InetAddress.getLoopbackAddress()));
    } catch (IOException e) {
      throw new UncheckedIOException("no loopback port", e);
    }
  }

  /** Its address, with a trailing slash. */
  public String address() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/";
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the loopback port cannot be closed", e);
    }
  }
}
