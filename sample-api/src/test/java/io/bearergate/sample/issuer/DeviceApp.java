package io.bearergate.sample.issuer;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** A device of the tests: it has asked for its codes and polls with them. */
final class DeviceApp {

  private final String issuer;
  private final HttpResponse<String> codes;

  private DeviceApp(String issuer, HttpResponse<String> codes) {
    this.issuer = issuer;
    this.codes = codes;
  }

  static DeviceApp start(String issuer) {
    return start(issuer, "openid read:notes");
  }

  static DeviceApp start(String issuer, String scope) {
    return new DeviceApp(
        issuer,
        Wire.postForm(issuer + "oauth/device/code", Requests.with(request(), "scope", scope)));
  }

  static Map<String, String> request() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", "tv1");
    form.put("scope", "openid read:notes");
    form.put("audience", Fixtures.NOTES_API);
    return form;
  }

  HttpResponse<String> codes() {
    return codes;
  }

  String userCode() {
    return Parsed.member(codes, "user_code");
  }

  String link() {
    return Parsed.member(codes, "verification_uri_complete");
  }

  Map<String, String> redemption() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "urn:ietf:params:oauth:grant-type:device_code");
    form.put("device_code", Parsed.member(codes, "device_code"));
    form.put("client_id", "tv1");
    return form;
  }

  HttpResponse<String> poll() {
    return Wire.postForm(issuer + "oauth/token", redemption());
  }

  /** What a poll comes to: status and error. */
  String told() {
    HttpResponse<String> answer = poll();
    return answer.statusCode() + " " + Parsed.json(answer).get("error");
  }

  /** Decides in the user's place. */
  HttpResponse<String> decide(String decision) {
    return Wire.post(
        issuer + "__mock/device/" + userCode() + "/" + decision,
        "{\"user\":\"alice\"}",
        "application/json");
  }
}
