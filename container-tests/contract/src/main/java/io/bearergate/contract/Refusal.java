package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.bearergate.contract.http.Answer;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;

/** The answers of {@code flows.md} §4.3, to the letter, for the realm {@code api}. */
public enum Refusal {
  /** No credentials. */
  C0(401, "Bearer realm=\"api\"", "", ""),
  /** Bad token. */
  C1(
      401,
      "Bearer realm=\"api\", error=\"invalid_token\","
          + " error_description=\"The access token is invalid\"",
      "invalid_token",
      ""),
  /** Expired, and nothing else. */
  C1X(
      401,
      "Bearer realm=\"api\", error=\"invalid_token\","
          + " error_description=\"The access token expired\"",
      "invalid_token",
      "expired"),
  /** The scope {@code admin} is missing. */
  C2_ADMIN(403, scope("admin"), "insufficient_scope", ""),
  /** The scope {@code read:notes} is missing. */
  C2_READ(403, scope("read:notes"), "insufficient_scope", ""),
  /** One of two scopes together is missing. */
  C2_BOTH(403, scope("a b"), "insufficient_scope", ""),
  /** Malformed request. */
  C3(
      400,
      "Bearer realm=\"api\", error=\"invalid_request\","
          + " error_description=\"Repeated credentials\"",
      "invalid_request",
      ""),
  /** Step-up: another level. */
  C5_ACR(401, stepUp("acr_values=\"mfa phr\""), "insufficient_user_authentication", ""),
  /** Step-up: a sign-in of the last five minutes. */
  C5_MAX_AGE(401, stepUp("max_age=\"300\""), "insufficient_user_authentication", ""),
  /** Step-up: both. */
  C5_BOTH(
      401, stepUp("acr_values=\"mfa\", max_age=\"300\""), "insufficient_user_authentication", ""),
  /** Keys unavailable. */
  C6(503, "", "", ""),
  /** Role, permission or client. */
  C7(403, "Bearer realm=\"api\", error=\"insufficient_scope\"", "insufficient_scope", ""),
  /** A {@code deny} rule, or a method no rule of the path covers. */
  DENIED(403, "", "", ""),
  /** A path that can be read in two ways. */
  BAD_PATH(400, "", "", "");

  private static final Map<Integer, String> TITLES =
      Map.of(400, "Bad Request", 401, "Unauthorized", 403, "Forbidden", 503, "Service Unavailable");

  private final int status;
  private final String challenge;
  private final String error;
  private final String code;

  Refusal(int status, String challenge, String error, String code) {
    this.status = status;
    this.challenge = challenge;
    this.error = error;
    this.code = code;
  }

  private static String scope(String scopes) {
    return "Bearer realm=\"api\", error=\"insufficient_scope\","
        + " error_description=\"The access token lacks the required scope\", scope=\""
        + scopes
        + "\"";
  }

  private static String stepUp(String wanted) {
    return "Bearer realm=\"api\", error=\"insufficient_user_authentication\","
        + " error_description=\"A different authentication level is required\", "
        + wanted;
  }

  /** Its status. */
  public int status() {
    return status;
  }

  /** Asserts that {@code answer} is this refusal in every header and byte that counts. */
  public void isGivenBy(Answer answer) {
    SoftAssertions softly = new SoftAssertions();
    softly.assertThat(answer.status()).as("status").isEqualTo(status);
    softly.assertThat(answer.headers("WWW-Authenticate")).isEqualTo(challenges());
    softly.assertThat(answer.header("Cache-Control")).as("Cache-Control").isEqualTo("no-store");
    softly.assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    softly.assertThat(answer.headers("Retry-After")).hasSize(this == C6 ? 1 : 0);
    softly.assertThat(answer.headers("Set-Cookie")).isEmpty();
    softly.assertAll();
    assertThat(json(answer.body())).isEqualTo(problem());
  }

  /** The same where the answer has no body because of its method. */
  public void isGivenWithoutBodyBy(Answer answer) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers("WWW-Authenticate")).isEqualTo(challenges());
  }

  /** Its {@code WWW-Authenticate} lines; none where no token would help. */
  List<String> challenges() {
    return challenge.isEmpty() ? List.of() : List.of(challenge);
  }

  private Map<String, Object> problem() {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", TITLES.get(status));
    problem.put("status", (long) status);
    if (!error.isEmpty()) {
      problem.put("error", error);
    }
    if (!code.isEmpty()) {
      problem.put("code", code);
    }
    return problem;
  }

  private static Map<String, Object> json(String body) {
    try {
      return JSONObjectUtils.parse(body);
    } catch (ParseException e) {
      throw new AssertionError("not a problem document: " + body, e);
    }
  }
}
