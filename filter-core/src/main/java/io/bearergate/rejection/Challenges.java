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
 * @param resourceMetadata where our metadata is found (RFC 9728 §5.1); empty where it is not
 */
public record Challenges(String realm, boolean problemBodies, String resourceMetadata) {

  private static final HeaderField NO_STORE = new HeaderField("Cache-Control", "no-store");
  private static final HeaderField EXPOSED =
      new HeaderField("Access-Control-Expose-Headers", "WWW-Authenticate, DPoP-Nonce");
  private static final HeaderField PROBLEM =
      new HeaderField("Content-Type", "application/problem+json");

  private static final Map<Integer, String> TITLES =
      Map.of(400, "Bad Request", 401, "Unauthorized", 403, "Forbidden", 503, "Service Unavailable");

  public Challenges {
    quoted(realm);
    quoted(resourceMetadata);
  }

  /**
   * The answer to a rejection.
   *
   * @param toBrowser whether the request had an {@code Origin}, so that the page's script may read
   *     the challenge
   */
  public Challenge answer(Rejection rejection, boolean toBrowser) {
    List<HeaderField> headers = new ArrayList<>();
    if (isChallenged(rejection.reason().answer())) {
      headers.add(new HeaderField("WWW-Authenticate", bearer(rejection)));
    }
    return complete(rejection.reason(), headers, toBrowser);
  }

  /** The answer when there are no keys to judge by: 503, and when to come again. */
  public Challenge unavailable(Duration retryAfter, boolean toBrowser) {
    List<HeaderField> headers = new ArrayList<>();
    headers.add(new HeaderField("Retry-After", Long.toString(Challenge.seconds(retryAfter))));
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

  private static boolean isChallenged(Answer answer) {
    return switch (answer) {
      case FORBIDDEN, BAD_PATH, UNAVAILABLE -> false;
      case NO_CREDENTIALS, INVALID_REQUEST, INVALID_TOKEN, STEP_UP, INSUFFICIENT_SCOPE -> true;
    };
  }

  private String bearer(Rejection rejection) {
    StringBuilder line = new StringBuilder("Bearer realm=").append(quoted(realm));
    String error = rejection.reason().answer().error();
    if (!error.isEmpty()) {
      line.append(", error=").append(quoted(error));
    }
    String description = description(rejection.reason());
    if (!description.isEmpty()) {
      line.append(", error_description=").append(quoted(description));
    }
    new TreeMap<>(rejection.told())
        .forEach((name, value) -> line.append(", ").append(name).append('=').append(quoted(value)));
    if (!resourceMetadata.isEmpty()) {
      line.append(", resource_metadata=").append(quoted(resourceMetadata));
    }
    return line.toString();
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

  /** A quoted-string (RFC 9110 §5.6.4) that needs no escape: nothing else gets out. */
  private static String quoted(String value) {
    boolean plain = value.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '"' && c != '\\');
    if (!plain) {
      throw new IllegalArgumentException(
          "A challenge holds printable ASCII without quote and backslash");
    }
    return '"' + value + '"';
  }
}
