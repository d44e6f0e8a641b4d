package io.bearergate.keys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * TLS for one connection whose TCP socket stays within reach: closing that ends any read at once,
 * while {@link java.net.HttpURLConnection#disconnect} waits for a reader inside a chunked body. It
 * also fixes host name verification, whatever the application made the JVM's default. Thread-safe.
 */
final class TlsSockets extends SSLSocketFactory {

  private final SSLSocketFactory tls;
  private final AtomicReference<@Nullable Socket> tcp = new AtomicReference<>();
  private volatile boolean closed;

  TlsSockets(SSLSocketFactory tls) {
    this.tls = tls;
  }

  /** Ends the connection; never blocks. */
  void close() {
    closed = true;
    Socket socket = tcp.getAndSet(null);
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException e) {
        // It is gone either way.
      }
    }
  }

  private Socket kept(Socket socket) throws IOException {
    tcp.set(socket);
    if (closed) {
      close();
      throw new SocketException("given up");
    }
    return socket;
  }

  /** Plain on purpose: the JDK connects it and then asks for TLS to be laid over it. */
  @Override
  public Socket createSocket() throws IOException {
    return kept(new Socket());
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    kept(socket); // a proxy's, which the JDK makes itself
    SSLSocket layered = (SSLSocket) tls.createSocket(socket, host, port, autoClose);
    SSLParameters parameters = layered.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    layered.setSSLParameters(parameters);
    return layered;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw outOfReach();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    throw outOfReach();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw outOfReach();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    throw outOfReach();
  }

  private static IOException outOfReach() {
    return new SocketException("only sockets that can be closed from outside are made");
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return tls.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return tls.getSupportedCipherSuites();
  }
}
