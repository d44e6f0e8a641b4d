package io.bearergate.token;

import io.bearergate.introspection.AnswerReader;
import io.bearergate.introspection.IntrospectionRules;
import io.bearergate.keys.JwsAlgorithm;
import io.bearergate.keys.KeyLookup;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads signed answers (RFC 9701 §5): of the issuer and nobody else, for us and nobody else, made
 * just now or as long ago as an answer may be kept.
 */
record SignedAnswer(Issuer issuer, IntrospectionRules rules, Duration leeway, InstantSource clock)
    implements AnswerReader {

  private static final Set<String> TYPES =
      Set.of("token-introspection+jwt", "application/token-introspection+jwt");

  @Override
  public Optional<Map<String, Object>> read(String body) {
    return CompactJws.parse(body.strip())
        .filter(jws -> isAnswer(jws.header()) && isSigned(jws) && isForUs(jws.claims()))
        .flatMap(jws -> jws.claims().named("token_introspection").asObject());
  }

  private static boolean isAnswer(JoseHeader header) {
    boolean typed = TYPES.contains(header.text("typ").orElse("").toLowerCase(Locale.ROOT));
    return typed && header.isUnderstood();
  }

  private boolean isSigned(CompactJws jws) {
    JwsAlgorithm algorithm =
        jws.header().algorithm().filter(issuer.rules().algorithms()::contains).orElse(null);
    return algorithm != null
        && issuer.keys().keysFor(jws.header().keyId(), algorithm) instanceof KeyLookup.Found found
        && FullVerification.isSignedByOneOf(found, jws, algorithm);
  }

  private boolean isForUs(Claims claims) {
    return claims.text("iss").equals(Optional.of(issuer.identifier()))
        && claims.named("aud").asTexts().contains(rules.client().id())
        && claims.time("iat").filter(this::isRecent).isPresent();
  }

  private boolean isRecent(Instant made) {
    Instant now = clock.instant();
    Instant oldest = now.minus(rules.kept()).minus(leeway).minusSeconds(1);
    return !made.isBefore(oldest) && !made.isAfter(now.plus(leeway));
  }
}
