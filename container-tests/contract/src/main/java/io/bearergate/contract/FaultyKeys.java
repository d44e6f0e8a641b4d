package io.bearergate.contract;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;

/** A place for keys that can be told to fail in every way a network knows. */
final class FaultyKeys implements AutoCloseable {

  private final WireMockServer server =
      new WireMockServer(wireMockConfig().bindAddress("127.0.0.1").dynamicPort());

  private FaultyKeys() {}

  /** Starts one that answers 503. */
  static FaultyKeys start() {
    FaultyKeys keys = new FaultyKeys();
    keys.server.start();
    keys.fail(503);
    return keys;
  }

  String address() {
    return "http://127.0.0.1:" + server.port() + "/jwks";
  }

  void serve(String jwks) {
    answer(aResponse().withHeader("Content-Type", "application/json").withBody(jwks));
  }

  void fail(int status) {
    answer(aResponse().withStatus(status));
  }

  void breakOff(Fault fault) {
    answer(aResponse().withFault(fault));
  }

  void hang(Duration silence) {
    answer(aResponse().withFixedDelay((int) silence.toMillis()));
  }

  /** One octet now and then, for so long. */
  void drip(String jwks, Duration length) {
    answer(
        aResponse().withBody(jwks).withChunkedDribbleDelay(jwks.length(), (int) length.toMillis()));
  }

  void redirect(String location) {
    answer(aResponse().withStatus(302).withHeader("Location", location));
  }

  int visits() {
    return server.countRequestsMatching(anyRequestedFor(anyUrl()).build()).getCount();
  }

  private void answer(ResponseDefinitionBuilder answer) {
    server.resetMappings();
    server.stubFor(any(anyUrl()).willReturn(answer));
  }

  @Override
  public void close() {
    server.stop();
  }
}
