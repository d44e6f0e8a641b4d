package io.bearergate.test;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * An issuer on an ephemeral loopback port: keys, their JWKS, discovery metadata, and tokens. Starts
 * with one RS256 key, {@code key-1}. Thread-safe; {@link #close} frees the port.
 *
 * <p>To make an RSA key takes a tenth of a second, so the issuers of a JVM take turns with sixteen:
 * one has the key of the sixteenth before it, and no nearer one's. {@link #add} a key of its own
 * where that matters.
 */
public final class TestIssuer implements AutoCloseable {

  private static final int FIRST_KEYS = 16;
  private static final Map<Integer, TestKey> FIRST_KEY = new ConcurrentHashMap<>();
  private static final AtomicInteger STARTED = new AtomicInteger();
  private static final String ANSWER = "application/token-introspection+jwt";

  private final HttpServer server;
  private final InstantSource clock;
  private final List<TestKey> keys = new CopyOnWriteArrayList<>();
  private final Map<String, String> opaque = new ConcurrentHashMap<>();
  private final AtomicInteger jwksFetches = new AtomicInteger();
  private final AtomicInteger introspections = new AtomicInteger();

  private TestIssuer(HttpServer server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
    keys.add(
        FIRST_KEY.computeIfAbsent(
            Math.floorMod(STARTED.getAndIncrement(), FIRST_KEYS),
            turn -> TestKey.generate("RS256", "key-1")));
    server.createContext(
        "/.well-known/openid-configuration", exchange -> answer(exchange, metadata()));
    server.createContext("/jwks", this::answerJwks);
    server.createContext("/introspect", this::answerIntrospection);
    server.start();
  }

  /** Starts one that stamps its tokens by the system's clock. */
  public static TestIssuer start() {
    return start(InstantSource.system());
  }

  /** Starts one that stamps its tokens by {@code clock}. */
  public static TestIssuer start(InstantSource clock) {
    try {
      return new TestIssuer(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), clock);
    } catch (IOException e) {
      throw new UncheckedIOException("no loopback port for the test issuer", e);
    }
  }

  /** The {@code iss} of its tokens, with a trailing slash. */
  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** Where its keys are served. */
  public URI jwksUri() {
    return URI.create(issuer() + "jwks");
  }

  /** Its key set as served, for configurations without network. */
  public String jwks() {
    return JSONObjectUtils.toJSONString(
        Map.of("keys", keys.stream().map(TestKey::publicJwk).toList()));
  }

  /** The key that signs tokens: the one added last. */
  public TestKey key() {
    return keys.get(keys.size() - 1);
  }

  /** Publishes another key, which signs from now on. */
  public TestKey add(TestKey key) {
    keys.add(key);
    return key;
  }

  /** Publishes a key no longer. */
  public void remove(TestKey key) {
    keys.remove(key);
  }

  /** How often the key set was asked for. */
  public int jwksFetches() {
    return jwksFetches.get();
  }

  /** A valid token with changes: {@code issuer.token(t -> t.audience("api").scope("read"))}. */
  public String token(UnaryOperator<TestToken> change) {
    return change.apply(new TestToken(issuer(), key(), clock.instant())).compact();
  }

  /**
   * An opaque token about which {@link #introspectionUri} says what a JWT made alike would; a claim
   * {@code active} of any value takes the place of {@code true}.
   */
  public String opaqueToken(UnaryOperator<TestToken> change) {
    TestToken told = new TestToken(issuer(), key(), clock.instant());
    String token = UUID.randomUUID().toString();
    opaque.put(token, change.apply(told.claim("active", true)).payload());
    return token;
  }

  /** From now on an opaque token is not active. */
  public void revoke(String opaqueToken) {
    opaque.remove(opaqueToken);
  }

  /**
   * Where opaque tokens are asked about (RFC 7662), by whomever; whoever accepts {@code
   * application/token-introspection+jwt} gets a JWT for the audience {@code api} (RFC 9701).
   */
  public URI introspectionUri() {
    return URI.create(issuer() + "introspect");
  }

  /** How often a token was asked about. */
  public int introspections() {
    return introspections.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private String metadata() {
    return JSONObjectUtils.toJSONString(
        Map.of("issuer", issuer(), "jwks_uri", jwksUri().toString()));
  }

  private void answerJwks(HttpExchange exchange) throws IOException {
    jwksFetches.incrementAndGet();
    answer(exchange, jwks());
  }

  private void answerIntrospection(HttpExchange exchange) throws IOException {
    introspections.incrementAndGet();
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
    String token = form.replaceFirst("(?:.*&)?token=([^&]*).*", "$1");
    String told = opaque.getOrDefault(token, "{\"active\":false}");
    if (ANSWER.equals(exchange.getRequestHeaders().getFirst("Accept"))) {
      answer(exchange, signed(told), ANSWER);
    } else {
      answer(exchange, told);
    }
  }

  private String signed(String told) {
    String claims =
        "{\"iss\":\"%s\",\"aud\":\"api\",\"iat\":%d,\"token_introspection\":%s}"
            .formatted(issuer(), clock.instant().getEpochSecond(), told);
    String header =
        "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"token-introspection+jwt\"}"
            .formatted(key().algorithm(), key().keyId());
    return key().sign(header, claims);
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    answer(exchange, json, "application/json");
  }

  private static void answer(HttpExchange exchange, String text, String mediaType)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", mediaType);
    exchange.sendResponseHeaders(200, body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }
}
