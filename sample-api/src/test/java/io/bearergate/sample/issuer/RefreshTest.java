package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** A mock authorization server, and clients with refresh tokens. */
abstract class RefreshTest extends IssuerTest {

  static final String SCOPES = "openid profile offline_access read:notes";

  /** {@code spa1} asks for a login, a token for the notes API and a refresh token. */
  static Map<String, String> offlineSpa() {
    return Requests.with(Requests.spa(), "scope", SCOPES);
  }

  static Map<String, String> offlineWeb() {
    return Requests.with(Requests.web(), "scope", SCOPES);
  }

  /** The answer to a new login at {@code spa1}. */
  HttpResponse<String> logIn() {
    String code = browser().codeFor(offlineSpa(), "alice");
    return redeemAsSpa(Requests.redemption(code, Requests.SPA_CALLBACK));
  }

  /** The refresh token of a new login at {@code spa1}. */
  String newRefreshToken() {
    return refreshToken(logIn());
  }

  static String refreshToken(HttpResponse<String> answer) {
    return Parsed.member(answer, "refresh_token");
  }

  HttpResponse<String> refresh(String refreshToken) {
    return refresh(Map.of(), refreshToken);
  }

  /** With more parameters. */
  HttpResponse<String> refresh(Map<String, String> more, String refreshToken) {
    Map<String, String> form = new LinkedHashMap<>(more);
    form.putAll(refreshForm(refreshToken));
    return redeemAsSpa(form);
  }

  static Map<String, String> refreshForm(String refreshToken) {
    return Map.of("grant_type", "refresh_token", "refresh_token", refreshToken);
  }

  static void assertRefused(HttpResponse<String> answer, String error) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Parsed.json(answer)).containsEntry("error", error);
  }
}
