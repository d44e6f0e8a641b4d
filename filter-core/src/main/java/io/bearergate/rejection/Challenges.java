package io.bearergate.rejection;

import io.bearergate.rejection.Challenge.HeaderField;
import io.bearergate.rejection.Rejection.Answer;
import io.bearergate.rejection.Rejection.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts rejections on the wire as RFC 6750 §3 says. Every text in an answer is a constant or comes
 * from our settings, so nothing of a request or token can come back. Immutable and thread-safe.
 *
 * @param realm of every Bearer challenge; printable ASCII without {@code "} and {@code \}
 * @param problemBodies whether answers have an RFC 9457 body
 * @param dpopAlgorithms what DPoP proofs may be signed with, space-separated (RFC 9449 §7.1); empty
 *     where the scheme is not offered
 * @param resourceMetadata where our metadata is found (RFC 9728 §5.1); empty where it is not
 */
public record Challenges(
    String realm, boolean problemBodies, String dpopAlgorithms, String resourceMetadata) {

  private static final String DPOP = "DPoP";
  private static final HeaderField NO_STORE = new HeaderField("Cache-Control", "no-store");
  private static final HeaderField EXPOSED =
      new HeaderField("Access-Control-Expose-Headers", "WWW-Authenticate, DPoP-Nonce");
  private static final HeaderField PROBLEM =
      new HeaderField("Content-Type", "application/problem+json");

  private static final Map<Integer, String> TITLES =
      Map.of(400, "Bad Request", 401, "Unauthorized", 403, "Forbidden", 503, "Service Unavailable");

  public Challenges {
    ChallengeLine.quoted(realm);
    ChallengeLine.quoted(resourceMetadata);
  }

  /**
   * The answer to a rejection.
   *
   * @param underDpop whether the request used the scheme DPoP
   * @param toBrowser whether the request had an {@code Origin}, so that the page's script may read
   *     the challenge
   */
  public Challenge answer(Rejection rejection, boolean underDpop, boolean toBrowser) {
    List<HeaderField> headers = new ArrayList<>();
    challenges(rejection, underDpop)
        .forEach(line -> headers.add(new HeaderField("WWW-Authenticate", line)));
    return complete(rejection.reason(), headers, toBrowser);
  }

  /** The answer when there is nothing to judge by: 503, and when to come again. */
  public Challenge unavailable(Duration retryAfter, boolean toBrowser) {
    List<HeaderField> headers = new ArrayList<>();
    headers.add(HeaderField.retryAfter(retryAfter));
    return complete(Reason.KEYS_UNAVAILABLE, headers, toBrowser);
  }

  private Challenge complete(Reason reason, List<HeaderField> headers, boolean toBrowser) {
    headers.add(NO_STORE);
    if (toBrowser) {
      headers.add(EXPOSED);
    }
    if (problemBodies) {
      headers.add(PROBLEM);
    }
    return new Challenge(reason.answer().status(), headers, problemBodies ? problem(reason) : "");
  }

  private List<String> challenges(Rejection rejection, boolean underDpop) {
    Answer answer = rejection.reason().answer();
    return switch (answer) {
      case FORBIDDEN, BAD_PATH, UNAVAILABLE -> List.of();
      case INVALID_REQUEST -> List.of(named(told(bearer(), rejection)).text());
      case INVALID_BINDING -> List.of(named(dpop(rejection)).text());
      case NONCE_WANTED -> List.of(told(new ChallengeLine(DPOP), rejection).text());
      case INVALID_PROOF -> List.of(dpop(rejection).text());
      case STEP_UP, INSUFFICIENT_SCOPE ->
          List.of(named(told(underDpop ? inRealm(DPOP) : bearer(), rejection)).text());
      case NO_CREDENTIALS, INVALID_TOKEN -> bothSchemes(rejection, underDpop);
    };
  }

  /** The error goes to the scheme that the client used (RFC 9449 §7.1). */
  private List<String> bothSchemes(Rejection rejection, boolean underDpop) {
    if (dpopAlgorithms.isEmpty()) {
      return List.of(named(told(bearer(), rejection)).text());
    }
    return underDpop
        ? List.of(bearer().text(), named(dpop(rejection)).text())
        : List.of(
            named(told(bearer(), rejection)).text(), algorithms(new ChallengeLine(DPOP)).text());
  }

  private ChallengeLine dpop(Rejection rejection) {
    return algorithms(told(new ChallengeLine(DPOP), rejection));
  }

  /** With where our metadata is, last; a fault of a proof has nothing to do with it. */
  private ChallengeLine named(ChallengeLine line) {
    return line.with("resource_metadata", resourceMetadata);
  }

  private ChallengeLine algorithms(ChallengeLine line) {
    return line.with("algs", dpopAlgorithms);
  }

  private ChallengeLine bearer() {
    return inRealm("Bearer");
  }

  private ChallengeLine inRealm(String scheme) {
    return new ChallengeLine(scheme).with("realm", realm);
  }

  private static ChallengeLine told(ChallengeLine line, Rejection rejection) {
    line.with("error", rejection.reason().answer().error());
    line.with("error_description", description(rejection.reason()));
    new TreeMap<>(rejection.told()).forEach(line::with);
    return line;
  }

  /** Which check failed is nobody's business, save that time has run out: then a refresh helps. */
  private static String description(Reason reason) {
    return switch (reason.answer()) {
      case INVALID_TOKEN ->
          reason == Reason.EXPIRED ? "The access token expired" : "The access token is invalid";
      case INVALID_REQUEST -> "Repeated credentials";
      case STEP_UP -> "A different authentication level is required";
      case INSUFFICIENT_SCOPE ->
          reason == Reason.MISSING_SCOPE ? "The access token lacks the required scope" : "";
      case INVALID_BINDING -> "Invalid key binding";
      case NONCE_WANTED -> "Resource server requires nonce in DPoP proof";
      case INVALID_PROOF -> "Invalid DPoP proof";
      case NO_CREDENTIALS, FORBIDDEN, BAD_PATH, UNAVAILABLE -> "";
    };
  }

  private static String problem(Reason reason) {
    Answer answer = reason.answer();
    StringBuilder json =
        new StringBuilder("{\"type\":\"about:blank\",\"title\":\"")
            .append(TITLES.get(answer.status()));
    json.append("\",\"status\":").append(answer.status());
    if (!answer.error().isEmpty()) {
      json.append(",\"error\":\"").append(answer.error()).append('"');
    }
    if (reason == Reason.EXPIRED) {
      json.append(",\"code\":\"expired\"");
    }
    return json.append('}').toString();
  }
}
