package io.bearergate.sample.playground;

import com.nimbusds.jose.Header;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import io.bearergate.sample.flow.Checks.Check;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The tokens of a walk, taken apart: what they say, never what they are. */
record TokenSheets(Walk walk, Site site) {

  /** The token the API was called with, and the ID token. */
  List<Map<String, Object>> all() {
    return Stream.of(accessToken(), idToken()).flatMap(Optional::stream).toList();
  }

  /** None where the API was shown the ID token, which is no access token for that. */
  private Optional<Map<String, Object>> accessToken() {
    Optional<String> idToken = walk.caught().lastToken("id_token");
    return walk.caught()
        .presentedToken()
        .or(() -> walk.caught().lastToken("access_token"))
        .filter(token -> !idToken.equals(Optional.of(token)))
        .map(token -> sheet("Access token", token, accessTokenChecks(token)));
  }

  private Optional<Map<String, Object>> idToken() {
    List<Check> made =
        walk.trip().checks().made().stream().filter(check -> check.id().startsWith("V")).toList();
    return walk.caught().lastToken("id_token").map(token -> sheet("ID token", token, made));
  }

  private List<Check> accessTokenChecks(String token) {
    try {
      return new AccessTokenChecks(site.issuer(), audience(), site.like().clock().instant())
          .of(SignedJWT.parse(token));
    } catch (ParseException e) {
      return List.of();
    }
  }

  /** Of the API that was called; before any call, the one the token was asked for. */
  private String audience() {
    return walk.caught()
        .apiCall()
        .map(call -> site.audienceAt(call.getURI().getPath()))
        .or(() -> walk.caught().asked("audience"))
        .orElse("");
  }

  private static Map<String, Object> sheet(String kind, String token, List<Check> checks) {
    return Map.of(
        "kind", kind,
        "form", form(token),
        "header", parsed(token).map(JWT::getHeader).map(TokenSheets::members).orElse(Map.of()),
        "claims", parsed(token).flatMap(TokenSheets::claims).orElse(Map.of()),
        "checks", WalkReport.checks(checks));
  }

  private static String form(String token) {
    return switch (token.split("\\.", -1).length) {
      case 3 -> "JWS: signed, and readable by whoever holds it";
      case 5 -> "JWE: encrypted for the API; not even the client can read it";
      default -> "opaque";
    };
  }

  private static Optional<JWT> parsed(String token) {
    try {
      return Optional.of(JWTParser.parse(token));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> members(Header header) {
    return header.toJSONObject();
  }

  private static Optional<Map<String, Object>> claims(JWT token) {
    try {
      return Optional.ofNullable(token.getJWTClaimsSet()).map(set -> set.toJSONObject());
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}
