package io.bearergate.token;

import io.bearergate.rejection.Rejection.Reason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells the log which typical {@link Mistake} explains a refusal: each once per issuer, since
 * whoever makes it makes it with every request, and a stranger may feign it. Thread-safe.
 */
final class Hints {

  private static final Logger LOG = System.getLogger("io.bearergate.token");
  private static final JoseHeader NO_HEADER = new JoseHeader(Map.of());
  private static final Claims NO_CLAIMS = new Claims(Map.of());

  /** Issuers found at run time come and go; what was told of them must not pile up. */
  static final int MOST_TOLD = 1000;

  private final List<Issuer> issuers;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  Hints(List<Issuer> issuers) {
    this.issuers = issuers.stream().filter(issuer -> !issuer.rules().mistakes().isEmpty()).toList();
  }

  /**
   * On a token that cannot be told to be of one of our issuers.
   *
   * @param jws null if it could not be read
   */
  void onForeign(Reason reason, @Nullable CompactJws jws) {
    for (Issuer issuer : issuers) {
      tell(
          reason,
          issuer,
          jws == null ? NO_HEADER : jws.header(),
          jws == null ? NO_CLAIMS : jws.claims());
    }
  }

  /** On a token that says it is of {@code issuer}. */
  void on(Reason reason, Issuer issuer, CompactJws jws) {
    tell(reason, issuer, jws.header(), jws.claims());
  }

  private void tell(Reason reason, Issuer issuer, JoseHeader header, Claims claims) {
    for (Mistake mistake : issuer.rules().mistakes()) {
      if (mistake.explains(reason, issuer.identifier(), header, claims)
          && told.size() < MOST_TOLD
          && told.add(mistake + " " + issuer.identifier())) {
        LOG.log(
            Level.WARNING,
            "A token was refused ({0}), and issuer is {1}: {2}. This is told once",
            reason.code(),
            issuer.identifier(),
            mistake.advice());
      }
    }
  }
}
