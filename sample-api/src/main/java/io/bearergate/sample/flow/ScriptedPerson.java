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
import java.util.regex.Pattern;

/**
 * A browser with a user in front of it: keeps cookies, follows redirects, fills in the forms it is
 * shown, and stops at the client's door.
 */
final class ScriptedPerson implements Person {

  private static final Pattern FIRST_BUTTON =
      Pattern.compile("<button name=\"([^\"]+)\" value=\"([^\"]*)\"");
  private static final int MOST_STEPS = 10;

  private final Map<String, String> cookies = new HashMap<>();
  private final RecordedHttp http;
  private final Account user;

  ScriptedPerson(RecordedHttp client, Account user) {
    this(Party.USER_AGENT, client, user);
  }

  private ScriptedPerson(Party device, RecordedHttp http, Account user) {
    this.http = http.sentBy(device);
    this.user = user;
  }

  @Override
  public void approve(URI link) {
    new ScriptedPerson(Party.OTHER_DEVICE, http, user).followToTheEnd(link);
  }

  /** As far as there is something to follow or to fill in. */
  private void followToTheEnd(URI link) {
    HTTPRequest next = new HTTPRequest(HTTPRequest.Method.GET, link);
    for (int step = 0; step < MOST_STEPS; step++) {
      HTTPResponse response = send(next);
      if (response.indicatesSuccess() && HtmlForm.in(htmlOf(response)).isEmpty()) {
        return;
      }
      next = next(next.getURI(), response);
    }
    throw new CheckFailed("browser", "sent in circles");
  }

  private HTTPRequest next(URI here, HTTPResponse response) {
    return Optional.ofNullable(response.getLocation())
        .map(to -> new HTTPRequest(HTTPRequest.Method.GET, here.resolve(to)))
        .orElseGet(() -> fillIn(here, response));
  }

  private static String htmlOf(HTTPResponse page) {
    return Optional.ofNullable(page.getBody()).orElse("");
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
      next = next(here, response);
      if (next.getMethod() == HTTPRequest.Method.POST && next.getURI().equals(redirectUri)) {
        return Callback.posted(redirectUri, URLUtils.parseParameters(next.getBody()));
      }
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

  private HTTPRequest fillIn(URI here, HTTPResponse page) {
    String html = htmlOf(page);
    Optional<HtmlForm> form =
        HtmlForm.in(html).filter(any -> page.getStatusCode() == HTTPResponse.SC_OK);
    CheckFailed.unless(
        form.isPresent(), "browser", "a page without a form, status " + page.getStatusCode());
    answer(html, form.get().fields());
    return post(here.resolve(form.get().action()), form.get().fields());
  }

  private void answer(String html, Map<String, List<String>> fields) {
    if (html.contains("type=\"password\"")) {
      fields.put("username", List.of(user.username()));
      fields.put("password", List.of(user.password()));
    } else {
      FIRST_BUTTON
          .matcher(html)
          .results()
          .limit(1)
          .forEach(button -> fields.put(button.group(1), List.of(button.group(2))));
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
