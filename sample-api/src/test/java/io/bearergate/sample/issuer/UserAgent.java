package io.bearergate.sample.issuer;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser of the tests, step by step, with the one cookie that matters. */
public final class UserAgent {

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final String issuer;
  private String cookie = "none=1";

  public UserAgent(String issuer) {
    this.issuer = issuer;
  }

  String cookie() {
    return cookie;
  }

  public HttpResponse<String> authorize(Map<String, String> parameters) {
    return open(issuer + "authorize?" + Wire.form(parameters));
  }

  public HttpResponse<String> open(String uri) {
    return keepCookie(Wire.get(uri, "Cookie", cookie));
  }

  /** Opens the page a redirect names. */
  public HttpResponse<String> follow(HttpResponse<String> redirect) {
    return open(Parsed.location(redirect));
  }

  public HttpResponse<String> logIn(HttpResponse<String> page, String username) {
    Map<String, String> form = hiddenFields(page);
    form.put("username", username);
    form.put("password", Fixtures.password(username));
    return submit("u/login", form);
  }

  HttpResponse<String> consent(HttpResponse<String> page, String action) {
    Map<String, String> form = hiddenFields(page);
    form.put("action", action);
    return submit("u/consent", form);
  }

  public HttpResponse<String> submit(String path, Map<String, String> form) {
    return keepCookie(Wire.postForm(issuer + path, form, "Cookie", cookie));
  }

  /** All the way, agreeing to all: the redirect to the client. */
  HttpResponse<String> logInAndAgree(Map<String, String> parameters, String username) {
    HttpResponse<String> response = authorize(parameters);
    if (leadsTo(response, "/u/login?")) {
      response = logIn(follow(response), username);
    }
    if (leadsTo(response, "/u/consent?")) {
      response = consent(follow(response), "accept");
    }
    return response;
  }

  private static boolean leadsTo(HttpResponse<String> response, String page) {
    return response.headers().firstValue("Location").filter(to -> to.contains(page)).isPresent();
  }

  public String codeFor(Map<String, String> parameters, String username) {
    return Parsed.redirect(logInAndAgree(parameters, username)).get("code");
  }

  public static Map<String, String> hiddenFields(HttpResponse<String> page) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher hidden = HIDDEN.matcher(page.body());
    while (hidden.find()) {
      fields.put(hidden.group(1), hidden.group(2));
    }
    return fields;
  }

  private HttpResponse<String> keepCookie(HttpResponse<String> response) {
    response
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(value -> cookie = value.substring(0, value.indexOf(';')));
    return response;
  }
}
