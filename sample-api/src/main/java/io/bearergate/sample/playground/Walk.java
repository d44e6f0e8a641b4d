package io.bearergate.sample.playground;

import io.bearergate.sample.flow.Checks;
import io.bearergate.sample.flow.Flow;
import io.bearergate.sample.flow.Landscape;
import io.bearergate.sample.flow.Outcome;
import io.bearergate.sample.flow.Person;
import io.bearergate.sample.flow.RecordedHttp;
import io.bearergate.sample.flow.Trip;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One flow on its way, or walked.
 *
 * @param browser the person to be sent about, unless the script plays one
 * @param outcome at the end of it; cancelling it tells the walker to stop
 */
record Walk(
    Flow flow,
    Trip trip,
    Caught caught,
    Optional<BrowserPerson> browser,
    CompletableFuture<Outcome> outcome) {

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
    BrowserPerson person = new BrowserPerson(http);
    Trip trip = new Trip(landscape, person, http, new Checks());
    return new Walk(flow, trip, caught, Optional.of(person), new CompletableFuture<>());
  }

  /** With the scripted user. */
  static Walk scripted(Flow flow, Landscape landscape) {
    Caught caught = Caught.at(landscape.api());
    RecordedHttp http = new RecordedHttp(caught);
    Trip trip = new Trip(landscape, Person.scripted(http, landscape), http, new Checks());
    return new Walk(flow, trip, caught, Optional.empty(), new CompletableFuture<>());
  }

  /** Walks it to its end, whatever that is. */
  void run() {
    outcome.complete(flow.on(trip));
  }

  Optional<Outcome> ended() {
    return outcome.isDone() && !outcome.isCancelled()
        ? Optional.of(outcome.join())
        : Optional.empty();
  }
}
