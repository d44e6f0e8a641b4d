package io.bearergate.benchmarks.http;

import io.bearergate.benchmarks.http.server.TrustedIssuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * HAProxy as its manual has it for bearer tokens: algorithm, issuer, audience, expiry, signature
 * and scope, then on to a Jetty that asks for nothing.
 */
record Haproxy(int port, Path configuration) {

  private static final int PATIENCE = 100;

  static Haproxy before(int backend, Workplace workplace) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path file = workplace.directory().resolve("haproxy.cfg");
    Files.writeString(file, text(port, backend, workplace));
    return new Haproxy(port, file);
  }

  /** Runs it in the foreground, on the core of the servers. */
  List<String> command() {
    return List.of("taskset", "-c", "0", "haproxy", "-db", "-f", configuration.toString());
  }

  /** The port, once it listens. */
  int awaited() throws IOException {
    for (int attempt = 0; ; attempt++) {
      try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return probe.getPort();
      } catch (IOException e) {
        if (attempt == PATIENCE) {
          throw new IOException("HAProxy does not listen", e);
        }
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String text(int port, int backend, Workplace workplace) {
    return """
        global
          nbthread 1
        defaults
          mode http
          timeout connect 1s
          timeout client 30s
          timeout server 30s
        frontend api
          bind 127.0.0.1:%d
          http-request return status 401 unless { req.hdr(authorization) -m found }
          http-request set-var(txn.alg) http_auth_bearer,jwt_header_query('$.alg')
          http-request set-var(txn.iss) http_auth_bearer,jwt_payload_query('$.iss')
          http-request set-var(txn.aud) http_auth_bearer,jwt_payload_query('$.aud')
          http-request set-var(txn.exp) http_auth_bearer,jwt_payload_query('$.exp','int')
          http-request set-var(txn.scope) http_auth_bearer,jwt_payload_query('$.scope')
          http-request set-var(txn.now) date()
          http-request return status 401 unless { var(txn.alg) -m str %s }
          http-request return status 401 unless { var(txn.iss) -m str %s }
          http-request return status 401 unless { var(txn.aud) -m str %s }
          http-request return status 401 if { var(txn.exp),sub(txn.now) -m int lt 0 }
          http-request return status 401 unless { http_auth_bearer,jwt_verify(txn.alg,"%s") -m int 1 }
          http-request return status 403 unless { var(txn.scope) -m sub %s }
          default_backend jetty
        backend jetty
          http-reuse always
          server jetty 127.0.0.1:%d
        """
        .formatted(
            port,
            workplace.algorithm(),
            workplace.issuer().issuer(),
            TrustedIssuer.AUDIENCE,
            workplace.publicKey(),
            TrustedIssuer.SCOPE,
            backend);
  }
}
