package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code spa1} with the scope {@code offline_access}, at an authorization server of one's choice.
 */
public record OfflineSpa(String issuer) {

  public static final String SCOPES = "openid profile offline_access read:notes";

  public static Map<String, String> authorization() {
    return Requests.with(Requests.spa(), "scope", SCOPES);
  }

  /** The answer to a new login. */
  public HttpResponse<String> logIn() {
    return logIn(authorization());
  }

  HttpResponse<String> logIn(Map<String, String> authorization) {
    String code = new UserAgent(issuer).codeFor(authorization, "alice");
    return token(Requests.redemption(code, Requests.SPA_CALLBACK));
  }

  /** The refresh token of a new login. */
  String newRefreshToken() {
    return refreshToken(logIn());
  }

  public static String refreshToken(HttpResponse<String> answer) {
    return Parsed.member(answer, "refresh_token");
  }

  public HttpResponse<String> refresh(String refreshToken) {
    return token(refreshForm(refreshToken));
  }

  HttpResponse<String> refresh(String refreshToken, String name, String value) {
    return token(Requests.with(refreshForm(refreshToken), name, value));
  }

  public HttpResponse<String> token(Map<String, String> form) {
    return Wire.postForm(issuer + "oauth/token", Requests.with(form, "client_id", "spa1"));
  }

  HttpResponse<String> revoke(String token) {
    return Wire.postForm(issuer + "oauth/revoke", Map.of("token", token, "client_id", "spa1"));
  }

  static Map<String, String> refreshForm(String refreshToken) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refreshToken);
    return form;
  }

  static void assertRefused(HttpResponse<String> answer, String error) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Parsed.json(answer)).containsEntry("error", error);
  }
}
