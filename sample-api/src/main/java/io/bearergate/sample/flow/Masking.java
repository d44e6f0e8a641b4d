package io.bearergate.sample.flow;

import java.util.regex.Pattern;

/** Takes secrets out of what is shown: enough is left to tell them apart. */
final class Masking {

  private static final String NAMES =
      "code|request|request_uri|access_token|id_token|refresh_token|client_secret|client_assertion|code_verifier"
          + "|csrf|txn|device_code|auth_req_id|mfa_token|otp|consent|token|id_token_hint";

  private static final Pattern PARAMETER =
      Pattern.compile("(?<![A-Za-z_])(" + NAMES + ")=([^&\\s]{0,4})[^&\\s]*");
  private static final Pattern PASSWORD = Pattern.compile("(?<![A-Za-z_])password=[^&\\s]*");
  private static final Pattern MEMBER =
      Pattern.compile("\"(" + NAMES + ")\"\\s*:\\s*\"([^\"]{0,4})[^\"]*\"");
  private static final Pattern HEADER =
      Pattern.compile("(?i)^(Authorization: \\S+ \\S{0,4}|(?:Set-)?Cookie: [^=]+=).*");

  /** A JOSE object, whatever carries it: a token, a proof, a request object. */
  private static final Pattern JOSE =
      Pattern.compile("\\beyJ([A-Za-z0-9_-]*\\.){2,4}[A-Za-z0-9_-]*");

  private static final Pattern TITLE = Pattern.compile("(?is)<title>(.*?)</title>");

  private Masking() {}

  static String ofText(String text) {
    String withoutPassword = PASSWORD.matcher(text).replaceAll("password=…");
    String parameters = PARAMETER.matcher(withoutPassword).replaceAll("$1=$2…");
    String members = MEMBER.matcher(parameters).replaceAll("\"$1\":\"$2…\"");
    return JOSE.matcher(members).replaceAll("eyJ…");
  }

  static String ofHeader(String header) {
    return ofText(HEADER.matcher(header).replaceAll("$1…"));
  }

  /** A page is shown by its title: its form holds what only the browser may know. */
  static String ofBody(String body) {
    if (!body.stripLeading().startsWith("<")) {
      return ofText(body);
    }
    return TITLE
        .matcher(body)
        .results()
        .findFirst()
        .map(m -> "(page: " + m.group(1) + ")")
        .orElse("(page)");
  }
}
