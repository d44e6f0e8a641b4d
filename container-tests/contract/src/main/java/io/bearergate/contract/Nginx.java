package io.bearergate.contract;

import io.bearergate.test.TestCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A real nginx before an API: it ends TLS, and asks clients for a certificate of any issuer. */
final class Nginx implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
  private static final Path GUIDE = Path.of("../../docs/proxies.md");
  private static final int MOST_LOOKS = 500;

  private final Process process;
  private final URI base;

  private Nginx(Process process, URI base) {
    this.process = process;
    this.base = base;
  }

  /** Starts one and waits until it listens. */
  static Nginx before(URI api, TestCertificate own) {
    if (!Files.isExecutable(PROGRAM)) {
      throw new IllegalStateException("this test needs nginx: apt-get install nginx-light");
    }
    try {
      Path folder = Files.createTempDirectory("nginx");
      int port = freePort();
      Files.writeString(folder.resolve("own.pem"), pem(own));
      Files.writeString(folder.resolve("nginx.conf"), configuration(folder, port, api));
      Process process =
          new ProcessBuilder(
                  PROGRAM.toString(), "-p", folder.toString(), "-c", "nginx.conf", "-e", "stderr")
              .inheritIO()
              .start();
      Nginx nginx = new Nginx(process, URI.create("https://127.0.0.1:" + port));
      nginx.awaitPort(port);
      return nginx;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("could not start nginx", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static String pem(TestCertificate own) throws GeneralSecurityException {
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    byte[] key = own.keyStore().getKey("own", TestCertificate.PASSWORD.toCharArray()).getEncoded();
    return "-----BEGIN CERTIFICATE-----\n"
        + lines.encodeToString(own.der())
        + "\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\n"
        + lines.encodeToString(key)
        + "\n-----END PRIVATE KEY-----\n";
  }

  /** One process, which needs no other user's rights. */
  private static String configuration(Path folder, int port, URI api) throws IOException {
    String temporary =
        List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi").stream()
            .map(name -> name + "_temp_path " + folder.resolve(name) + ";")
            .collect(Collectors.joining("\n"));
    return """
        daemon off;
        master_process off;
        pid %s/pid;
        events {}
        http {
          access_log off;
          %s
          server {
            listen 127.0.0.1:%d ssl;
            ssl_certificate own.pem;
            ssl_certificate_key own.pem;
            location / {
              proxy_pass %s;
            }
            %s
          }
        }
        """
        .formatted(folder, temporary, port, api, recipe());
  }

  /** What the guide says for certificate and address, to the letter. */
  private static String recipe() throws IOException {
    return Files.readAllLines(GUIDE).stream()
        .dropWhile(line -> !line.equals("## nginx"))
        .dropWhile(line -> !line.startsWith("```"))
        .skip(1)
        .takeWhile(line -> !line.startsWith("```"))
        .filter(line -> line.strip().matches("(ssl_verify_client|proxy_set_header) .*"))
        .collect(Collectors.joining("\n"));
  }

  private void awaitPort(int port) {
    for (int looks = 0; !listens(port); looks++) {
      if (looks == MOST_LOOKS || endsWithin(20)) {
        close();
        throw new IllegalStateException("nginx does not listen; its words are above");
      }
    }
  }

  private static boolean listens(int port) {
    try (Socket open = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return open.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private boolean endsWithin(long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Where clients find it. */
  URI base() {
    return base;
  }

  @Override
  public void close() {
    process.destroy();
    if (!endsWithin(10_000)) {
      process.destroyForcibly();
      throw new UncheckedIOException(new IOException("nginx does not end"));
    }
  }
}
