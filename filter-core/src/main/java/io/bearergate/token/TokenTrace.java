package io.bearergate.token;

import io.bearergate.rejection.Rejection;
import io.bearergate.token.VerificationResult.Rejected;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * What may be logged of a token; holds nothing of the token itself.
 *
 * @param digest null for what is too long or too odd to be read
 */
record TokenTrace(@Nullable TokenDigest digest, String algorithm, @Nullable String keyId) {

  private static final Logger LOG = System.getLogger("io.bearergate.token");
  private static final int LONGEST = 64;

  /** Of a token whose header was not read. */
  static TokenTrace of(@Nullable TokenDigest digest) {
    return new TokenTrace(digest, "-", null);
  }

  /** The refusal of this token, noted in the log. */
  Rejected refused(Rejection rejection, String issuer) {
    if (LOG.isLoggable(Level.DEBUG)) {
      LOG.log(
          Level.DEBUG,
          "refused {0} ({1}) {2}",
          rejection.reason().code(),
          rejection.detail(),
          describe(issuer));
    }
    return new Rejected(rejection);
  }

  /** The refusal of a token whose issuer is not settled. */
  Rejected refused(Rejection rejection) {
    return refused(rejection, "-");
  }

  String describe(String issuer) {
    return "alg="
        + printable(algorithm)
        + " kid="
        + printable(keyId == null ? "-" : keyId)
        + " issuer="
        + issuer
        + " sha256="
        + (digest == null ? "-" : digest);
  }

  private static String printable(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return cut.replaceAll("[^\\x20-\\x7e]", "?");
  }
}
