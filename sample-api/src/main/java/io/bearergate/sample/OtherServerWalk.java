package io.bearergate.sample;

import io.bearergate.sample.flow.Checks;
import io.bearergate.sample.flow.Flow;
import io.bearergate.sample.flow.Landscape;
import io.bearergate.sample.flow.Landscape.Account;
import io.bearergate.sample.flow.Landscape.Cast;
import io.bearergate.sample.flow.Outcome;
import io.bearergate.sample.flow.RecordedHttp;
import io.bearergate.sample.flow.Surroundings;
import io.bearergate.sample.flow.Trip;
import java.io.PrintStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

/**
 * One flow at a server that is not ours, with the sample API started for its tokens and somebody
 * real at the browser.
 *
 * @param terminal where that somebody reads
 */
record OtherServerWalk(
    OtherServer server, Surroundings surroundings, InstantSource clock, PrintStream terminal) {

  /**
   * Walks it.
   *
   * @throws IllegalArgumentException if it needs a user who is not named
   * @throws java.io.UncheckedIOException if the API's port is taken
   */
  Outcome of(Flow flow) {
    Map<String, Account> users = users(flow);
    Cast cast = new Cast(FixtureCast.playedBy(server.client(), clock), users);
    try (SampleApi api =
        SampleApi.start(
            server.apiPort(), WebApp.all(server.issuer(), server.client().audience(), clock))) {
      return flow.on(trip(api.address(), cast));
    }
  }

  private Trip trip(URI api, Cast cast) {
    Landscape landscape =
        new Landscape(server.issuer(), api, clock, cast)
            .in(surroundings)
            .watchedBy(terminal::println);
    RecordedHttp http = new RecordedHttp((request, response) -> {});
    return new Trip(landscape, new TerminalPerson(http, terminal), http, new Checks());
  }

  /** The flows that name a user call the one they name alice. */
  private Map<String, Account> users(Flow flow) {
    if (flow.name().equals("password") && passwordIsMissing()) {
      throw new IllegalArgumentException(
          "The flow password needs DEMO_USERNAME and DEMO_PASSWORD in the environment.");
    }
    if (flow.name().equals("ciba") && server.user().isEmpty()) {
      throw new IllegalArgumentException("The flow ciba needs DEMO_SUBJECT in the environment.");
    }
    return server.user().map(user -> Map.of("alice", user)).orElse(Map.of());
  }

  private boolean passwordIsMissing() {
    return server.user().map(Account::password).filter(password -> !password.isEmpty()).isEmpty();
  }
}
