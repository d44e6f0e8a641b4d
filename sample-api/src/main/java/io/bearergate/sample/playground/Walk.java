package io.bearergate.sample.playground;

import io.bearergate.sample.flow.BrowserPerson;
import io.bearergate.sample.flow.Checks;
import io.bearergate.sample.flow.Exchange.Message;
import io.bearergate.sample.flow.Flow;
import io.bearergate.sample.flow.Landscape;
import io.bearergate.sample.flow.Outcome;
import io.bearergate.sample.flow.Person;
import io.bearergate.sample.flow.RecordedHttp;
import io.bearergate.sample.flow.Trip;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * One flow on its way, or walked.
 *
 * @param browser the person to be sent about, unless the script plays one
 * @param outcome to be run by a walker
 */
record Walk(
    Flow flow,
    Trip trip,
    Caught caught,
    Optional<BrowserPerson> browser,
    FutureTask<Outcome> outcome) {

  private static final Message SENT_ON =
      new Message("303", List.of("Location: /playground/walk"), "");

  /** With whoever is in front of the page. */
  static Walk inBrowser(Flow flow, Landscape landscape) {
    return inBrowser(flow, landscape, Purse.empty());
  }

  /** The same, and what is issued goes into the visitor's purse. */
  static Walk inBrowser(Flow flow, Landscape landscape, Purse purse) {
    Caught caught = Caught.at(landscape.api());
    RecordedHttp http =
        new RecordedHttp(
            (request, response) -> {
              caught.saw(request, response);
              purse.saw(request, response);
            });
    BrowserPerson person = new BrowserPerson(http, SENT_ON);
    Trip trip = new Trip(landscape, person, http, new Checks());
    return new Walk(flow, trip, caught, Optional.of(person), new FutureTask<>(() -> flow.on(trip)));
  }

  /** With the scripted user. */
  static Walk scripted(Flow flow, Landscape landscape) {
    Caught caught = Caught.at(landscape.api());
    RecordedHttp http = new RecordedHttp(caught);
    Trip trip = new Trip(landscape, Person.scripted(http, landscape), http, new Checks());
    return new Walk(flow, trip, caught, Optional.empty(), new FutureTask<>(() -> flow.on(trip)));
  }

  /** How it ended, if it has and was not called off. */
  Optional<Outcome> ended() {
    if (!outcome.isDone() || outcome.isCancelled()) {
      return Optional.empty();
    }
    try {
      return Optional.of(outcome.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a flow that neither holds nor fails", e.getCause());
    }
  }

  /** Calls it off, whatever it waits for. */
  void stop() {
    outcome.cancel(true);
  }
}
