package io.bearergate.sample.issuer;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A client of the tests that asks for users who are elsewhere. */
record CallCentre(String issuer) {

  static final String MESSAGE = "Pay 2500:K7";

  private static String[] credentials() {
    return new String[] {"Authorization", Wire.basic("ciba1", Fixtures.clientSecret("ciba1"))};
  }

  Map<String, String> request() {
    return request("alice");
  }

  Map<String, String> request(String username) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("scope", "openid pay:bills");
    form.put("audience", Fixtures.BILLING_API);
    form.put("login_hint", hint(issuer, Fixtures.subject(username)));
    form.put("binding_message", MESSAGE);
    return form;
  }

  static String hint(String issuer, String subject) {
    return "{\"format\":\"iss_sub\",\"iss\":\"%s\",\"sub\":\"%s\"}".formatted(issuer, subject);
  }

  HttpResponse<String> ask(Map<String, String> form) {
    return Wire.postForm(issuer + "bc-authorize", form, credentials());
  }

  /** The {@code auth_req_id} of a good request. */
  String asked() {
    return Parsed.member(ask(request()), "auth_req_id");
  }

  static Map<String, String> redemption(String authReqId) {
    return Map.of("grant_type", "urn:openid:params:grant-type:ciba", "auth_req_id", authReqId);
  }

  HttpResponse<String> poll(String authReqId) {
    return Wire.postForm(issuer + "oauth/token", redemption(authReqId), credentials());
  }

  String told(String authReqId) {
    return told(poll(authReqId));
  }

  static String told(HttpResponse<String> answer) {
    return answer.statusCode() + " " + Parsed.json(answer).get("error");
  }

  HttpResponse<String> decide(String authReqId, String decision) {
    return Wire.post(
        issuer + "__mock/ciba/" + authReqId + "/" + decision, "{}", "application/json");
  }

  /** The newest link in the inbox of a user. */
  String link(String username) {
    List<?> notices =
        (List<?>) Parsed.json(Wire.get(issuer + "__mock/inbox/" + username)).get("notices");
    return (String) ((Map<?, ?>) notices.get(notices.size() - 1)).get("link");
  }
}
