package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * {@code GET /__mock/journal}: the last requests there were. Of a parameter the value is kept only
 * if its name is one of those that hold no secret; of headers and bodies nothing else is kept.
 */
final class Journal implements Endpoint {

  private static final int LENGTH = 500;
  private static final String MASKED = "…";

  private static final Set<String> HARMLESS =
      Set.of(
          "acr_values",
          "action",
          "audience",
          "client_assertion_type",
          "client_id",
          "code_challenge_method",
          "grant_type",
          "max_age",
          "post_logout_redirect_uri",
          "prompt",
          "realm",
          "redirect_uri",
          "resource",
          "response_mode",
          "response_type",
          "scope",
          "token_type_hint");

  private final Deque<Map<String, ?>> entries = new ConcurrentLinkedDeque<>();

  @Override
  public String path() {
    return Controls.PREFIX + "journal";
  }

  @Override
  public Set<Method> methods() {
    return Set.of(Method.GET);
  }

  @Override
  public HTTPResponse answer(HTTPRequest request) {
    return Replies.json(HTTPResponse.SC_OK, Map.of("requests", new ArrayList<>(entries)));
  }

  void note(IncomingRequest incoming, HTTPResponse response) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("method", incoming.received().getMethod().getName());
    entry.put("path", incoming.path());
    entry.put("parameters", parameters(incoming));
    entry.put("status", response.getStatusCode());
    entries.addLast(entry);
    while (entries.size() > LENGTH) {
      entries.pollFirst();
    }
  }

  private static Map<String, List<String>> parameters(IncomingRequest incoming) {
    Map<String, List<String>> shown = new LinkedHashMap<>();
    sent(incoming).forEach((name, values) -> shown.put(name, masked(name, values)));
    return shown;
  }

  private static List<String> masked(String name, List<String> values) {
    return HARMLESS.contains(name) ? values : values.stream().map(value -> MASKED).toList();
  }

  private static Map<String, List<String>> sent(IncomingRequest incoming) {
    Optional<HTTPRequest> request = incoming.asKnownMethod().flatMap(incoming::toRequest);
    try {
      return request.isPresent() ? Parameters.of(request.get()).values() : Map.of();
    } catch (ParseException e) {
      return Map.of();
    }
  }
}
