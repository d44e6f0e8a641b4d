package io.bearergate.sample.playground;

import io.bearergate.sample.flow.BrowserPerson;
import io.bearergate.sample.flow.Checks.Check;
import io.bearergate.sample.flow.Outcome;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A walk as its page is told of it: masked, and tokens only by what they say. */
record WalkReport(Walk walk, Site site) {

  Map<String, Object> members() {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("flow", Map.of("id", walk.flow().id(), "name", walk.flow().name()));
    told.put("by", walk.browser().isPresent() ? "browser" : "script");
    told.put("steps", steps().all(walk.trip().http().exchanges()));
    told.put("checks", checks(walk.trip().checks().made()));
    walk.browser()
        .flatMap(BrowserPerson::destination)
        .map(URI::toString)
        .ifPresent(destination -> told.put("destination", destination));
    walk.browser()
        .flatMap(BrowserPerson::approval)
        .map(URI::toString)
        .ifPresent(link -> told.put("approval", link));
    Optional<Outcome> outcome = walk.ended();
    told.put("done", outcome.isPresent());
    outcome.ifPresent(ended -> told.putAll(ending(ended)));
    return told;
  }

  private Map<String, Object> ending(Outcome outcome) {
    return Map.of(
        "holds", outcome.holds(),
        "token", outcome.token(),
        "answer", outcome.answer(),
        "tokens", new TokenSheets(walk, site).all(),
        "breaks",
            Breaks.of(walk).stream()
                .map(broken -> Map.of("name", broken.name(), "title", broken.title()))
                .toList());
  }

  private Steps steps() {
    return new Steps(walk.trip().landscape());
  }

  static List<Map<String, Object>> checks(List<Check> made) {
    return made.stream()
        .map(
            check ->
                Map.<String, Object>of(
                    "id", check.id(), "what", check.what(), "holds", check.holds()))
        .toList();
  }
}
