package io.bearergate.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.sample.SampleApi;
import io.bearergate.sample.flow.Flow;
import io.bearergate.sample.flow.Landscape;
import io.bearergate.sample.flow.Outcome;
import io.bearergate.sample.flow.Person;
import io.bearergate.sample.flow.Trip;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What must hold with every authorization server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InteropContract {

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

  private void walk(Flow flow) {
    Landscape landscape =
        new Landscape(server.issuer(), api.address(), InstantSource.system(), server.cast());
    Person person = new FormFiller(landscape.people().user("alice"));

    Outcome outcome = flow.on(Trip.with(person, landscape));

    assertThat(outcome.holds()).as(outcome.answer()).isTrue();
  }
}
