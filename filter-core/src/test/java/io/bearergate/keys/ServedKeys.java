package io.bearergate.keys;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.bearergate.test.TestKey;
import java.net.URI;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An issuer that answers as told, and for each test a fresh {@link KeyRig} to fetch from it. */
final class ServedKeys
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {

  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
  private KeyRig rig;

  @Override
  public void beforeAll(ExtensionContext context) {
    server.start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    server.stop();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    server.resetAll();
    rig = new KeyRig();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    rig.close();
    // one whose connection was just being made ends by its time-out
    await().untilAsserted(() -> assertThat(TestThreads.ours()).isEmpty());
  }

  KeyRig rig() {
    return rig;
  }

  KeyLocation address() {
    return new KeyLocation.Jwks(URI.create(server.url("/jwks")));
  }

  void serve(ResponseDefinitionBuilder answer) {
    server.stubFor(get("/jwks").willReturn(answer));
  }

  void serve(TestKey... keys) {
    serve(okJson(TestJwks.of(keys)));
  }

  JwkSource open() {
    return rig.sources.open("issuer", address());
  }

  /** A source that has these keys already. */
  JwkSource warm(TestKey... keys) {
    serve(keys);
    JwkSource source = open();
    rig.await("fetched", 1);
    return source;
  }

  int fetches() {
    return server.findAll(getRequestedFor(urlEqualTo("/jwks"))).size();
  }

  /** A header field of one request, counted from 0; null if it had none. */
  String asked(int request, String field) {
    return server.findAll(getRequestedFor(urlEqualTo("/jwks"))).get(request).getHeader(field);
  }

  static KeyLookup ask(JwkSource source, String keyId) {
    return source.keysFor(keyId, JwsAlgorithm.ES256);
  }
}
