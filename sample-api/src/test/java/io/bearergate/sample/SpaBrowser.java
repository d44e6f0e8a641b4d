package io.bearergate.sample;

import io.bearergate.sample.issuer.Parsed;
import io.bearergate.sample.issuer.UserAgent;
import io.bearergate.sample.issuer.Wire;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser at the backend of a page, with its cookies and all that it was ever answered. */
final class SpaBrowser {

  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final List<HttpResponse<String>> answers = new ArrayList<>();
  private final UserAgent atIssuer;
  private final URI backend;

  SpaBrowser(Stage stage) {
    this.backend = stage.backend().address();
    this.atIssuer = new UserAgent(stage.issuer().issuer());
  }

  Map<String, String> cookies() {
    return cookies;
  }

  /** Everything the backend has answered to this browser. */
  List<HttpResponse<String>> answers() {
    return answers;
  }

  /** What a script does. */
  HttpResponse<String> fetch(String path, String... headers) {
    return keep(Wire.get(backend + path, with(headers, "Sec-Fetch-Mode", "cors", "Accept", "*/*")));
  }

  /** What a click does. */
  HttpResponse<String> navigate(String path, String... headers) {
    return keep(
        Wire.get(
            backend + path, with(headers, "Sec-Fetch-Mode", "navigate", "Accept", "text/html")));
  }

  HttpResponse<String> post(String path, String json, String... headers) {
    return keep(Wire.post(backend + path, json, "application/json", with(headers)));
  }

  HttpResponse<String> postForm(String path, Map<String, String> form, String... headers) {
    return keep(Wire.postForm(backend + path, form, with(headers)));
  }

  /** From the login button to the form that the issuer wants posted. */
  Map<String, String> formOfIssuer(String username) {
    HttpResponse<String> page = atIssuer.follow(navigate("login"));
    if (page.statusCode() == 302) {
      page = atIssuer.logIn(atIssuer.follow(page), username);
    }
    return UserAgent.hiddenFields(page);
  }

  HttpResponse<String> logIn(String username) {
    return postForm("callback", formOfIssuer(username));
  }

  private String[] with(String[] headers, String... more) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of(more));
    if (!cookies.isEmpty()) {
      all.addAll(List.of("Cookie", cookieHeader()));
    }
    return all.toArray(String[]::new);
  }

  private String cookieHeader() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private HttpResponse<String> keep(HttpResponse<String> answer) {
    answers.add(answer);
    answer.headers().allValues("Set-Cookie").forEach(this::keep);
    return answer;
  }

  private void keep(String setCookie) {
    String pair = setCookie.split(";", 2)[0];
    String name = pair.substring(0, pair.indexOf('='));
    if (setCookie.contains("Expires=Thu, 01 Jan 1970")) {
      cookies.remove(name);
    } else {
      cookies.put(name, pair.substring(name.length() + 1));
    }
  }

  static String error(HttpResponse<String> answer) {
    return Parsed.member(answer, "error");
  }
}
