package io.bearergate.sample.playground;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import io.bearergate.sample.flow.Callback;
import io.bearergate.sample.flow.Checks;
import io.bearergate.sample.flow.Landscape;
import io.bearergate.sample.flow.Outcome;
import io.bearergate.sample.flow.Person;
import io.bearergate.sample.flow.RecordedHttp;
import io.bearergate.sample.flow.Trip;
import io.bearergate.sample.playground.Break.Evidence;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests that were right once, sent a second time; and an answer that was meddled with. */
final class RequestBreaks {

  private static final String CODE = "authorization_code";
  private static final String REFRESH = "refresh_token";

  private RequestBreaks() {}

  static List<Break> all() {
    return List.of(
        again("replayed-code", "Redeem the code again", CODE),
        again("stolen-refresh-token", "Use the old refresh token again", REFRESH),
        new Break(
            "altered-state",
            "Alter the state on the way",
            RequestBreaks::usesState,
            walk -> meddle(walk)));
  }

  private static Break again(String name, String title, String grant) {
    return new Break(
        name,
        title,
        walk -> walk.caught().grant(grant).isPresent(),
        walk -> send(walk.caught().grant(grant).orElseThrow()));
  }

  private static Evidence send(HTTPRequest request) {
    RecordedHttp http = new RecordedHttp((sent, answer) -> {});
    http.exchange(request);
    return new Evidence(http.exchanges(), "");
  }

  private static boolean usesState(Walk walk) {
    return walk.trip().checks().made().stream().anyMatch(check -> check.id().equals("SC1"));
  }

  /** Walks the flow once more, by the script, with somebody in between. */
  private static Evidence meddle(Walk walk) {
    Landscape landscape = walk.trip().landscape();
    RecordedHttp http = new RecordedHttp((sent, answer) -> {});
    Person meddledWith = new Meddled(Person.scripted(http, landscape));
    Outcome outcome = walk.flow().on(new Trip(landscape, meddledWith, http, new Checks()));
    return new Evidence(List.of(), "The client goes no further. " + outcome.answer());
  }

  /** A person whose browser brings another state than it was given. */
  private record Meddled(Person person) implements Person {

    @Override
    public Callback travel(URI from, URI redirectUri) {
      Callback callback = person.travel(from, redirectUri);
      Map<String, List<String>> altered = new LinkedHashMap<>(callback.parameters());
      altered.put("state", List.of("somebody-elses"));
      return new Callback(callback.redirectUri(), altered, callback.posted());
    }

    @Override
    public void approve(URI link) {
      person.approve(link);
    }
  }
}
