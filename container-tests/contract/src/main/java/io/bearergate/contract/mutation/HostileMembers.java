package io.bearergate.contract.mutation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Values as JSON text, known to spoil the member that they are named for.
 *
 * @param issuer the right {@code iss}
 * @param audience the right {@code aud}
 * @param now the time of the API, in seconds
 */
record HostileMembers(String issuer, String audience, long now) {

  static final List<String> DEMANDED = List.of("iss", "sub", "aud", "exp");
  static final List<String> NEEDLESS = List.of("azp", "scope", "iat");
  static final List<String> TIMES = List.of("exp", "nbf", "iat");
  static final List<String> LOOK_ALIKE =
      List.of("at_hash", "c_hash", "events", "code", "response", "cnf");
  static final List<String> KINDS = List.of("ID", "Refresh", "Offline", "Logout", "logout", "id");
  static final List<String> IGNORED = List.of("jwk", "jku", "x5u", "x5c", "x5t", "cty");
  static final List<String> GOOD_TYPES =
      List.of("\"jwt\"", "\"JWT\"", "\"at+jwt\"", "\"AT+JWT\"", "\"application/at+jwt\"");

  static final List<String> SUBJECTS =
      List.of("\"\"", "\" \"", "1", "true", "null", "[]", "{}", "[\"alice\"]");

  static final List<String> NO_TIMES =
      List.of(
          "\"1\"",
          "\"\"",
          "true",
          "null",
          "[]",
          "{}",
          "-1",
          "-1e9",
          "1e400",
          "9e999",
          "1e18",
          "253402300800",
          "9223372036854775808",
          "[1893456300]",
          "\"NaN\"");

  static final List<String> ALGORITHMS =
      List.of(
          "\"none\"",
          "\"None\"",
          "\"HS256\"",
          "\"HS512\"",
          "\"RS256\"",
          "\"PS256\"",
          "\"ES384\"",
          "\"ES512\"",
          "\"EdDSA\"",
          "\"Ed448\"",
          "\"es256\"",
          "\"ES256 \"",
          "\"\"",
          "null",
          "1",
          "[\"ES256\"]",
          "{}");

  static final List<String> KEY_IDS =
      List.of(
          "\"\"",
          "null",
          "1",
          "[]",
          "{}",
          "\"../../dev/null\"",
          "\"' OR 1=1\"",
          "\"ES-1\"",
          "\"\\u0000\"",
          "\"http://127.0.0.1/\"");

  static final List<String> TYPES =
      List.of(
          "\"logout+jwt\"",
          "\"dpop+jwt\"",
          "\"secevent+jwt\"",
          "\"JWE\"",
          "\"\"",
          "null",
          "1",
          "[]",
          "[\"JWT\"]",
          "\"jwt;\"",
          "\"at+jw\"",
          "\"JWT \"");

  List<String> issuers() {
    return List.of(
        "null",
        "1",
        "[]",
        "{}",
        "\"\"",
        "[\"" + issuer + "\"]",
        quoted(issuer + "/"),
        quoted(issuer + " "),
        quoted(issuer.replace("http", "https")),
        quoted(issuer.substring(0, issuer.length() - 1)),
        quoted(issuer.toUpperCase(Locale.ROOT)));
  }

  List<String> audiences() {
    return List.of(
        "null",
        "1",
        "[]",
        "{}",
        "\"\"",
        "[\"\"]",
        "true",
        quoted(audience + "/"),
        quoted(audience + " "),
        quoted(audience.substring(1)),
        "[[\"" + audience + "\"]]",
        "[\"" + audience + "\",1]",
        "{\"" + audience + "\":1}",
        quoted(audience.toUpperCase(Locale.ROOT)));
  }

  /** An array that holds the right value among others. */
  String several() {
    return "[\"x\",\"" + audience + "\",\"y\"]";
  }

  /** The claims of a good token. */
  JsonText claims() {
    Map<String, String> claims = new LinkedHashMap<>();
    claims.put("iss", quoted(issuer));
    claims.put("sub", "\"alice\"");
    claims.put("aud", quoted(audience));
    claims.put("azp", "\"app\"");
    claims.put("iat", Long.toString(now));
    claims.put("exp", Long.toString(now + 300));
    claims.put("scope", "\"read:notes\"");
    return new JsonText(claims);
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
