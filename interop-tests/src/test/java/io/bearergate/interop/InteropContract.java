package io.bearergate.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.sample.SampleApi;
import io.bearergate.sample.flow.Flow;
import io.bearergate.sample.flow.Landscape;
import io.bearergate.sample.flow.Outcome;
import io.bearergate.sample.flow.Person;
import io.bearergate.sample.flow.Trip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What must hold with every authorization server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InteropContract {

  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;

  private RealServer server;
  private SampleApi api;

  abstract RealServer startServer();

  @BeforeAll
  void open() {
    server = startServer();
    api = SampleApi.start(0, server.issuer(), InstantSource.system());
  }

  @AfterAll
  void close() {
    api.close();
    server.close();
  }

  @TestFactory
  @DisplayName("every flow the server has ends with an answer of the API")
  Stream<DynamicTest> walksEveryFlow() {
    return Flow.all().stream()
        .filter(flow -> server.flows().contains(flow.id()))
        .map(flow -> DynamicTest.dynamicTest(flow.id() + " " + flow.name(), () -> walk(flow)));
  }

  @TestFactory
  @DisplayName("RS.10 − nothing else the server signs or gives out passes as an access token")
  Stream<DynamicTest> refusesOtherKinds() {
    TokenKinds kinds = TokenKinds.of(server, alice());
    assertThat(statusWith(kinds.accessToken())).as("access token").isEqualTo(OK);
    return server.notAccessTokens(kinds).entrySet().stream()
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.getKey(),
                    () -> assertThat(statusWith(kind.getValue())).isEqualTo(UNAUTHORIZED)));
  }

  private int statusWith(String token) {
    try {
      return Jsoup.connect(api.address() + "api/notes")
          .header("Authorization", "Bearer " + token)
          .ignoreHttpErrors(true)
          .ignoreContentType(true)
          .execute()
          .statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Person alice() {
    return new FormFiller(server.cast().user("alice"));
  }

  private void walk(Flow flow) {
    Landscape landscape =
        new Landscape(server.issuer(), api.address(), InstantSource.system(), server.cast());
    Outcome outcome = flow.on(Trip.with(alice(), landscape));

    assertThat(outcome.holds()).as(outcome.answer()).isTrue();
  }
}
