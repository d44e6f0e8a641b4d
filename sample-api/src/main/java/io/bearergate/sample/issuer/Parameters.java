package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a request: an empty one counts as absent (RFC 6749 §3.1), a repeated one is
 * kept so that it can be refused.
 */
record Parameters(Map<String, List<String>> values) {

  Parameters {
    Map<String, List<String>> filled = new LinkedHashMap<>();
    values.forEach((name, given) -> putFilled(filled, name, given));
    values = filled;
  }

  private static void putFilled(Map<String, List<String>> to, String name, List<String> given) {
    List<String> nonEmpty = given.stream().filter(value -> !value.isEmpty()).toList();
    if (!nonEmpty.isEmpty()) {
      to.put(name, nonEmpty);
    }
  }

  /** Of the query string, or of the form if the request is a POST. */
  static Parameters of(HTTPRequest request) throws ParseException {
    if (request.getMethod() == HTTPRequest.Method.POST) {
      return ofForm(request);
    }
    return new Parameters(request.getQueryStringParameters());
  }

  /** Of an {@code application/x-www-form-urlencoded} body, and of nothing else. */
  static Parameters ofForm(HTTPRequest request) throws ParseException {
    try {
      return new Parameters(request.getBodyAsFormParameters());
    } catch (ParseException e) {
      throw new ParseException("not a form", OAuth2Error.INVALID_REQUEST, e);
    }
  }

  /** The value, if there is one and only one. */
  Optional<String> single(String name) {
    List<String> given = values.getOrDefault(name, List.of());
    return given.size() == 1 ? Optional.of(given.get(0)) : Optional.empty();
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  boolean repeats(String name) {
    return values.getOrDefault(name, List.of()).size() > 1;
  }

  boolean repeatsAny() {
    return values.keySet().stream().anyMatch(this::repeats);
  }
}
