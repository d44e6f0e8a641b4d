package io.bearergate.sample.issuer;

import java.net.http.HttpResponse;
import java.util.Map;

/**
 * {@code web1} with the scope {@code offline_access}, at an authorization server of one's choice.
 */
record OfflineWeb(String issuer) {

  static Map<String, String> authorization() {
    return Requests.with(Requests.web(), "scope", OfflineSpa.SCOPES);
  }

  String newRefreshToken() {
    return OfflineSpa.refreshToken(redeem(newCode()));
  }

  String newCode() {
    return new UserAgent(issuer).codeFor(authorization(), "alice");
  }

  HttpResponse<String> redeem(String code, String... headers) {
    return post("oauth/token", Requests.redemption(code, Requests.WEB_CALLBACK), headers);
  }

  HttpResponse<String> refresh(String refreshToken, String... headers) {
    return post("oauth/token", OfflineSpa.refreshForm(refreshToken), headers);
  }

  HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Authorization";
    all[1] = Wire.basic("web1", Fixtures.clientSecret("web1"));
    System.arraycopy(headers, 0, all, 2, headers.length);
    return Wire.postForm(issuer + path, form, all);
  }
}
