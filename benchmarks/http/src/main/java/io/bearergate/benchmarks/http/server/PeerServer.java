package io.bearergate.benchmarks.http.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * One server under load, a process of its own: Jetty on an ephemeral loopback port, which it
 * prints. For each line on standard input it then prints the kilobytes of heap in use after a
 * collection; it ends with its input.
 */
public final class PeerServer {

  private PeerServer() {}

  /**
   * Serves until standard input ends.
   *
   * @param arguments the protection's name, the issuer, its JWKS's URL and a file of the same JWKS
   */
  public static void main(String[] arguments) throws Exception {
    TrustedIssuer issuer = TrustedIssuer.read(arguments[1], arguments[2], Path.of(arguments[3]));
    Protection protection = Protection.named(arguments[0]);
    Server server = new Server();
    ServerConnector connector = connector(server);
    ServletContextHandler context = new ServletContextHandler("/");
    protection.guard(context, issuer);
    context.addServlet(new Greeting(), "/*");
    server.setHandler(context);
    server.start();
    System.out.println(connector.getLocalPort());
    reportHeap();
    server.stop();
  }

  private static ServerConnector connector(Server server) {
    HttpConfiguration http = new HttpConfiguration();
    http.setHeaderCacheCaseSensitive(true); // as docs/jetty.md asks of users, for every peer
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    return connector;
  }

  private static void reportHeap() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    Runtime runtime = Runtime.getRuntime();
    while (in.readLine() != null) {
      System.gc();
      System.out.println((runtime.totalMemory() - runtime.freeMemory()) / 1024);
    }
  }
}
