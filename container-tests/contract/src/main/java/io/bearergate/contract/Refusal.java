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
  C0(401, "", "", bearer(""), Parts.DPOP_OFFERED),
  /** Bad token. */
  C1(401, "invalid_token", "", bearer(Parts.BAD_TOKEN), Parts.DPOP_OFFERED),
  /** Bad token under the scheme DPoP. */
  C1_DPOP(401, "invalid_token", "", bearer(""), dpop(Parts.BAD_TOKEN)),
  /** Expired, and nothing else. */
  C1X(401, "invalid_token", "expired", bearer(Parts.EXPIRED), Parts.DPOP_OFFERED),
  /** Expired, and nothing else, under the scheme DPoP. */
  C1X_DPOP(401, "invalid_token", "expired", bearer(""), dpop(Parts.EXPIRED)),
  /** A bound token misused. */
  C1D(
      401,
      "invalid_token",
      "",
      dpop("error=\"invalid_token\", error_description=\"Invalid key binding\"")),
  /** The scope {@code admin} is missing. */
  C2_ADMIN(403, "insufficient_scope", "", bearer(scope("admin"))),
  /** The scope {@code admin} is missing under the scheme DPoP. */
  C2_ADMIN_DPOP(403, "insufficient_scope", "", "DPoP realm=\"api\", " + scope("admin")),
  /** The scope {@code read:notes} is missing. */
  C2_READ(403, "insufficient_scope", "", bearer(scope("read:notes"))),
  /** One of two scopes together is missing. */
  C2_BOTH(403, "insufficient_scope", "", bearer(scope("a b"))),
  /** Malformed request. */
  C3(
      400,
      "invalid_request",
      "",
      bearer("error=\"invalid_request\", error_description=\"Repeated credentials\"")),
  /** A proof at fault. */
  C4(
      401,
      "invalid_dpop_proof",
      "",
      dpop("error=\"invalid_dpop_proof\", error_description=\"Invalid DPoP proof\"")),
  /** A proof that lacks a nonce of ours. */
  C4_NONCE(
      401,
      "use_dpop_nonce",
      "",
      "DPoP error=\"use_dpop_nonce\","
          + " error_description=\"Resource server requires nonce in DPoP proof\""),
  /** Step-up: another level. */
  C5_ACR(401, Parts.STEP_UP, "", bearer(stepUp("acr_values=\"mfa phr\""))),
  /** Step-up: a sign-in of the last five minutes. */
  C5_MAX_AGE(401, Parts.STEP_UP, "", bearer(stepUp("max_age=\"300\""))),
  /** The same under the scheme DPoP. */
  C5_MAX_AGE_DPOP(401, Parts.STEP_UP, "", "DPoP realm=\"api\", " + stepUp("max_age=\"300\"")),
  /** Step-up: both. */
  C5_BOTH(401, Parts.STEP_UP, "", bearer(stepUp("acr_values=\"mfa\", max_age=\"300\""))),
  /** Keys unavailable, or nobody to tell a replay by. */
  C6(503, "", ""),
  /** Role, permission or client. */
  C7(403, "insufficient_scope", "", bearer("error=\"insufficient_scope\"")),
  /** Role, permission or client under the scheme DPoP. */
  C7_DPOP(403, "insufficient_scope", "", "DPoP realm=\"api\", error=\"insufficient_scope\""),
  /** A {@code deny} rule, or a method no rule of the path covers. */
  DENIED(403, "", ""),
  /** A path that can be read in two ways. */
  BAD_PATH(400, "", "");

  /** What every challenge that offers DPoP lists, by default. */
  static final String ALGORITHMS = Parts.ALGORITHMS;

  private static final Map<Integer, String> TITLES =
      Map.of(400, "Bad Request", 401, "Unauthorized", 403, "Forbidden", 503, "Service Unavailable");

  private final int status;
  private final String error;
  private final String code;
  private final String challenges;

  Refusal(int status, String error, String code, String... challenges) {
    this.status = status;
    this.error = error;
    this.code = code;
    this.challenges = String.join("\n", challenges);
  }

  /** Texts that several challenges share. */
  private static final class Parts {
    static final String ALGORITHMS =
        "ES256 ES384 ES512 PS256 PS384 PS512 RS256 RS384 RS512 EdDSA Ed25519";
    static final String STEP_UP = "insufficient_user_authentication";
    static final String DPOP_OFFERED = "DPoP algs=\"" + ALGORITHMS + "\"";
    static final String BAD_TOKEN =
        "error=\"invalid_token\", error_description=\"The access token is invalid\"";
    static final String EXPIRED =
        "error=\"invalid_token\", error_description=\"The access token expired\"";

    private Parts() {}
  }

  private static String bearer(String error) {
    return "Bearer realm=\"api\"" + (error.isEmpty() ? "" : ", " + error);
  }

  private static String dpop(String error) {
    return "DPoP " + error + ", algs=\"" + Parts.ALGORITHMS + "\"";
  }

  private static String scope(String scopes) {
    return "error=\"insufficient_scope\","
        + " error_description=\"The access token lacks the required scope\", scope=\""
        + scopes
        + "\"";
  }

  private static String stepUp(String wanted) {
    return "error=\"insufficient_user_authentication\","
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
    softly.assertThat(answer.headers("WWW-Authenticate")).isEqualTo(challenges.lines().toList());
    softly.assertThat(answer.header("Cache-Control")).as("Cache-Control").isEqualTo("no-store");
    softly.assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    softly.assertThat(answer.headers("Retry-After")).hasSize(this == C6 ? 1 : 0);
    softly.assertThat(answer.headers("DPoP-Nonce")).hasSize(this == C4_NONCE ? 1 : 0);
    softly.assertThat(answer.headers("Set-Cookie")).isEmpty();
    softly.assertAll();
    assertThat(json(answer.body())).isEqualTo(problem());
  }

  /** The same where the answer has no body because of its method. */
  public void isGivenWithoutBodyBy(Answer answer) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers("WWW-Authenticate")).isEqualTo(challenges.lines().toList());
  }

  /** Its {@code WWW-Authenticate} lines; none where no token would help. */
  List<String> challenges() {
    return challenges.lines().toList();
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
