package io.bearergate.contract.jetty;

import io.bearergate.config.GateConfig;
import io.bearergate.config.GateConfigBuilder;
import io.bearergate.config.Setting;
import io.bearergate.jakarta.BearergateFilter;
import io.bearergate.test.TestIssuer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * What the filter adds to the time from the start of a JVM to a cold Jetty's first 200: bare Jetty,
 * the filter with local keys, and the filter with one fetch of keys on the loopback, each in fresh
 * JVMs, interleaved. A measurement, not a test: run by {@code bin/measure-start}.
 */
final class ColdStart {

  private static final int ROUNDS = 15;
  private static final List<String> VARIANTS = List.of("bare", "local-keys", "one-fetch");

  private ColdStart() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0) {
      serveOnce(arguments[0], arguments[1], arguments[2], arguments[3]);
      return;
    }
    try (TestIssuer issuer = TestIssuer.start()) {
      List<List<Long>> millis =
          VARIANTS.stream().map(variant -> (List<Long>) new ArrayList<Long>()).toList();
      for (int round = 0; round < ROUNDS; round++) {
        for (int variant = 0; variant < VARIANTS.size(); variant++) {
          millis.get(variant).add(firstAnswer(VARIANTS.get(variant), issuer));
        }
      }
      report(millis);
    }
  }

  private static void report(List<List<Long>> millis) {
    long bare = median(millis.get(0));
    System.out.println(
        "JVM start to first 200, ms, median of "
            + ROUNDS
            + " (least to most), JDK "
            + Runtime.version());
    for (int variant = 0; variant < VARIANTS.size(); variant++) {
      List<Long> taken = millis.get(variant);
      System.out.printf(
          "%-12s %5d (%d to %d)  %+d over bare%n",
          VARIANTS.get(variant),
          median(taken),
          Collections.min(taken),
          Collections.max(taken),
          median(taken) - bare);
    }
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().collect(Collectors.toList()).get(values.size() / 2);
  }

  private static long firstAnswer(String variant, TestIssuer issuer)
      throws IOException, InterruptedException {
    String java = ProcessHandle.current().info().command().orElseThrow();
    long began = System.nanoTime();
    Process child =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                ColdStart.class.getName(),
                variant,
                issuer.issuer(),
                issuer.jwks(),
                issuer.token(token -> token.audience("api")))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
      if (!"HTTP/1.1 200 OK".equals(line)) {
        throw new IllegalStateException(variant + " answered " + line);
      }
      return took;
    } finally {
      child.destroy();
      child.waitFor();
    }
  }

  private static void serveOnce(String variant, String issuer, String jwks, String token)
      throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(new Greeting(), "/*");
    if (!variant.equals("bare")) {
      GateConfigBuilder config = GateConfig.builder(issuer, "api");
      if (variant.equals("local-keys")) {
        config.set(Setting.JWKS, jwks);
      }
      context.addFilter(
          new FilterHolder(new BearergateFilter(config.build())),
          "/*",
          EnumSet.allOf(DispatcherType.class));
    }
    server.setHandler(context);
    server.start();
    System.out.println(ask(connector.getLocalPort(), token));
    server.stop();
  }

  private static String ask(int port, String token) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        OutputStream out = socket.getOutputStream();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      String request =
          "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
              + token
              + "\r\n\r\n";
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      return in.readLine();
    }
  }

  private static final class Greeting extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print("hello");
    }
  }
}
