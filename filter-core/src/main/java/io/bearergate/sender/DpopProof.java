package io.bearergate.sender;

import static io.bearergate.rejection.Rejection.Reason.BAD_PROOF_SIGNATURE;
import static io.bearergate.rejection.Rejection.Reason.MALFORMED_PROOF;
import static io.bearergate.rejection.Rejection.Reason.PROOF_FOR_OTHER_REQUEST;
import static io.bearergate.rejection.Rejection.Reason.PROOF_NOT_CURRENT;

import io.bearergate.http.RequestView;
import io.bearergate.rejection.Rejection;
import io.bearergate.sender.SenderRules.Dpop;
import io.bearergate.token.HolderJwt;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A proof must be in form, made just now, and for this request and token (RFC 9449 §4.3). Whose it
 * is and whether it was used before is not asked here.
 */
record DpopProof(Dpop rules, InstantSource clock) {

  private static final int MOST_ID_CHARS = 256;

  private static final Optional<Rejection> MALFORMED =
      rejection(MALFORMED_PROOF, "not dpop+jwt of an allowed alg with iat and a jti of 1 to 256");
  private static final Optional<Rejection> FORGED =
      rejection(BAD_PROOF_SIGNATURE, "the jwk is no fit public key, or did not make the signature");
  private static final Optional<Rejection> ELSEWHERE =
      rejection(PROOF_FOR_OTHER_REQUEST, "htm, htu or ath is of another request");
  private static final Optional<Rejection> OLD =
      rejection(PROOF_NOT_CURRENT, "iat is older than dpop-max-age, or ahead");

  private static Optional<Rejection> rejection(Rejection.Reason reason, String detail) {
    return Optional.of(Rejection.of(reason, detail));
  }

  /** Why {@code proof} proves nothing of {@code request} with {@code token}; empty if it does. */
  Optional<Rejection> objection(HolderJwt proof, String token, RequestView request) {
    Instant issued = proof.claim("iat").asTime().orElse(null);
    if (issued == null || !isInForm(proof)) {
      return MALFORMED;
    }
    if (!proof.isSignedByItsKey()) {
      return FORGED;
    }
    if (!isFor(proof, token, request)) {
      return ELSEWHERE;
    }
    return isCurrent(issued) ? Optional.empty() : OLD;
  }

  private boolean isInForm(HolderJwt proof) {
    return proof.type().filter("dpop+jwt"::equals).isPresent()
        && proof.algorithm().filter(rules.algorithms()::contains).isPresent()
        && proof.claim("jti").asText().filter(DpopProof::isId).isPresent();
  }

  private static boolean isId(String text) {
    return !text.isEmpty() && text.length() <= MOST_ID_CHARS;
  }

  private boolean isFor(HolderJwt proof, String token, RequestView request) {
    String hash = Thumbprint.of(token.getBytes(StandardCharsets.US_ASCII));
    return proof.claim("htm").asText().filter(request.method()::equals).isPresent()
        && isAt(proof.claim("htu").asText().orElse(""), request)
        && proof.claim("ath").asText().filter(hash::equals).isPresent();
  }

  private boolean isAt(String claimed, RequestView request) {
    String received = request.target();
    if (rules.publicUrl().isEmpty() && claimed.equals(received) && HttpUri.isPlain(claimed)) {
      return true;
    }
    return HttpUri.parse(received)
        .flatMap(target -> rules.publicUrl().map(target::under).orElse(Optional.of(target)))
        .filter(target -> HttpUri.parse(claimed).filter(target::equals).isPresent())
        .isPresent();
  }

  private boolean isCurrent(Instant issued) {
    Instant now = clock.instant();
    return !issued.isBefore(now.minus(rules.maxAge())) && !issued.isAfter(now.plus(rules.leeway()));
  }
}
