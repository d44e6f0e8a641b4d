package io.bearergate.sample.flow;

import static java.util.stream.Collectors.joining;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.bearergate.sample.flow.Landscape.Account;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A browser with a user in front of it: keeps cookies, follows redirects, fills in the forms it is
 * shown, and stops at the client's door.
 */
final class ScriptedPerson implements Person {

  private static final int MOST_STEPS = 10;

  private final Map<String, String> cookies = new HashMap<>();
  private final RecordedHttp http;
  private final Account user;

  ScriptedPerson(RecordedHttp client, Account user) {
    this.http = client.sentBy(Party.USER_AGENT);
    this.user = user;
  }

  @Override
  public Callback travel(URI from, URI redirectUri) {
    HTTPRequest next = new HTTPRequest(HTTPRequest.Method.GET, from);
    for (int step = 0; step < MOST_STEPS; step++) {
      URI here = next.getURI();
      HTTPResponse response = send(next);
      Optional<URI> location = Optional.ofNullable(response.getLocation()).map(here::resolve);
      if (location.filter(to -> isAt(redirectUri, to)).isPresent()) {
        return Callback.of(location.get());
      }
      if (location.isPresent()) {
        next = new HTTPRequest(HTTPRequest.Method.GET, location.get());
        continue;
      }
      HtmlForm form = fillIn(response);
      URI to = here.resolve(form.action());
      if (to.equals(redirectUri)) {
        return Callback.posted(to, form.fields());
      }
      next = post(to, form.fields());
    }
    throw new CheckFailed("browser", "sent in circles");
  }

  @Override
  public HTTPResponse fetch(URI resource) {
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, resource);
    request.setAccept("application/json");
    request.setHeader("Sec-Fetch-Mode", "cors");
    return send(request);
  }

  private static boolean isAt(URI redirectUri, URI here) {
    return here.equals(redirectUri) || here.toString().startsWith(redirectUri + "?");
  }

  private HTTPResponse send(HTTPRequest request) {
    if (!cookies.isEmpty()) {
      request.setHeader("Cookie", cookieHeader());
    }
    HTTPResponse response = http.exchange(request);
    Optional.ofNullable(response.getHeaderValues("Set-Cookie"))
        .orElse(List.of())
        .forEach(this::keep);
    return response;
  }

  private String cookieHeader() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(joining("; "));
  }

  private void keep(String setCookie) {
    String pair = setCookie.split(";", 2)[0];
    int equals = pair.indexOf('=');
    cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
  }

  private HtmlForm fillIn(HTTPResponse page) {
    String html = Optional.ofNullable(page.getBody()).orElse("");
    Optional<HtmlForm> form =
        HtmlForm.in(html).filter(any -> page.getStatusCode() == HTTPResponse.SC_OK);
    CheckFailed.unless(
        form.isPresent(), "browser", "a page without a form, status " + page.getStatusCode());
    answer(html, form.get().fields());
    return form.get();
  }

  private void answer(String html, Map<String, List<String>> fields) {
    if (html.contains("type=\"password\"")) {
      fields.put("username", List.of(user.username()));
      fields.put("password", List.of(user.password()));
    } else if (html.contains("name=\"action\" value=\"accept\"")) {
      fields.put("action", List.of("accept"));
    }
  }

  private static HTTPRequest post(URI to, Map<String, List<String>> fields) {
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, to);
    try {
      request.setContentType("application/x-www-form-urlencoded");
    } catch (ParseException e) {
      throw new IllegalStateException("a content type that is fixed", e);
    }
    request.setBody(URLUtils.serializeParameters(fields));
    return request;
  }
}
