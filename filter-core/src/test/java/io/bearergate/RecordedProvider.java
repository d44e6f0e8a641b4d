package io.bearergate;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A provider as its metadata, key set and tokens look, with keys of the test's. What it says of
 * itself stays; only where its keys are fetched is on the loopback.
 */
final class RecordedProvider implements AutoCloseable {

  private static final TestKey SIGNS = TestKey.generate("RS256", "any");
  private static final TestKey SIGNS_NOTHING = TestKey.generate("RS256", "other");

  private final Map<String, Object> header;
  private final Map<String, Object> claims;
  private final TestIssuer mint;
  private final TestKey key;
  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

  private RecordedProvider(Map<String, Object> recorded, InstantSource clock) {
    this.header = object(recorded, "header");
    this.claims = object(recorded, "claims");
    this.mint = TestIssuer.start(clock);
    this.key = SIGNS.as("RS256", (String) Objects.requireNonNull(header.get("kid")));
    server.start();
    server.stubFor(get("/keys").willReturn(okJson(JSONObjectUtils.toJSONString(keys(recorded)))));
    Map<String, Object> metadata = object(recorded, "metadata");
    metadata.put("jwks_uri", base() + "/keys");
    server.stubFor(get("/metadata").willReturn(okJson(JSONObjectUtils.toJSONString(metadata))));
  }

  static RecordedProvider named(String name, InstantSource clock) {
    try (InputStream file =
        RecordedProvider.class.getResourceAsStream("providers/" + name + ".json")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return new RecordedProvider(JSONObjectUtils.parse(text), clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  @SuppressWarnings("unchecked") // JSON objects are no other maps
  private static Map<String, Object> object(Map<String, Object> within, String name) {
    return (Map<String, Object>) Objects.requireNonNull(within.get(name));
  }

  /** The recorded members, and numbers of our own. */
  private Map<String, Object> keys(Map<String, Object> recorded) {
    List<Object> keys = new ArrayList<>();
    for (Object one : (List<?>) Objects.requireNonNull(recorded.get("keys"))) {
      Map<String, Object> members = new HashMap<>();
      ((Map<?, ?>) one).forEach((name, value) -> members.put((String) name, value));
      boolean signs = key.keyId().equals(members.get("kid"));
      TestKey numbers = signs ? key : SIGNS_NOTHING;
      members.put("n", numbers.publicJwk().get("n"));
      members.put("e", numbers.publicJwk().get("e"));
      keys.add(members);
    }
    return Map.of("keys", keys);
  }

  /** Where its metadata is. */
  String metadata() {
    return base() + "/metadata";
  }

  private String base() {
    return "http://127.0.0.1:" + server.port();
  }

  /** A token of its shape, with changes. */
  String token(UnaryOperator<TestToken> change) {
    return mint.token(
        token -> {
          token.signedWith(key).without("azp").without("sub").withoutHeader("typ");
          header.forEach(token::header);
          claims.forEach(token::claim);
          return change.apply(token);
        });
  }

  @Override
  public void close() {
    server.stop();
    mint.close();
  }
}
