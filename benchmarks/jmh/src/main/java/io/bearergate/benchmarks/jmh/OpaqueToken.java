package io.bearergate.benchmarks.jmh;

import com.sun.net.httpserver.HttpServer;
import io.bearergate.Gate;
import io.bearergate.config.Setting;
import io.bearergate.http.Credentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What an opaque token costs while its issuer's answer is kept, from the header to the token. */
@State(Scope.Thread)
public class OpaqueToken {

  private static final String PATH = "/api/orders/4711";
  private static final int HEADERS = 100;
  private static final long LIFETIME_SECONDS = 3600;

  private HttpServer issuer;
  private Gate gate;
  private BearergateVerifier verifier;
  private List<String> headers;
  private int next;

  @Setup
  public void open() throws IOException {
    issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer.createContext(
        "/introspect",
        exchange -> {
          byte[] body = answer().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          try (exchange) {
            exchange.getResponseBody().write(body);
          }
        });
    issuer.start();
    String token = "x".repeat(43);
    headers = IntStream.range(0, HEADERS).mapToObj(i -> "Bearer " + token).toList();
    gate =
        Gate.open(
            BearergateVerifier.settings(Mint.of("RS256"))
                .set(
                    Setting.INTROSPECTION_URI,
                    "http://127.0.0.1:" + issuer.getAddress().getPort() + "/introspect")
                .set(Setting.INTROSPECTION_CLIENT_ID, "api")
                .set(Setting.INTROSPECTION_CLIENT_SECRET, "secret")
                .set(Setting.INTROSPECTION_CACHE, "1h")
                .build());
    verifier = new BearergateVerifier(gate.tokenVerifier());
  }

  private static String answer() {
    return """
        {"active":true,"iss":"%s","aud":"%s","sub":"auth0|65a1f0c2e4b0a1d2c3e4f501","token_type":"Bearer",\
        "client_id":"web1","scope":"read:orders write:orders","exp":%d}"""
        .formatted(Mint.ISSUER, Mint.AUDIENCE, Instant.now().getEpochSecond() + LIFETIME_SECONDS);
  }

  @TearDown
  public void close() {
    gate.close();
    issuer.stop(0);
  }

  @Benchmark
  public Object toVerifiedToken() {
    next = (next + 1) % HEADERS;
    Credentials named = Credentials.named(new HeaderView(PATH, headers.get(next)));
    return verifier.verify((Credentials.Presented) named);
  }
}
