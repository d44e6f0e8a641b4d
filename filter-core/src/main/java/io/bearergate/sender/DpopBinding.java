package io.bearergate.sender;

import static io.bearergate.rejection.Rejection.Reason.DOWNGRADED_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.MALFORMED_PROOF;
import static io.bearergate.rejection.Rejection.Reason.MISSING_PROOF;
import static io.bearergate.rejection.Rejection.Reason.PROOF_REPLAYED;
import static io.bearergate.rejection.Rejection.Reason.TOO_MANY_PROOFS;
import static io.bearergate.rejection.Rejection.Reason.WRONG_PROOF_KEY;

import io.bearergate.http.Credentials.Presented;
import io.bearergate.http.Credentials.Scheme;
import io.bearergate.http.RequestView;
import io.bearergate.rejection.Rejection;
import io.bearergate.token.HolderJwt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The request must come under the scheme DPoP with one proof that the token's key made for it (RFC
 * 9449 §7.1), and that was never used before.
 *
 * @param lifetime how long a proof could be used again
 */
record DpopBinding(DpopProof proofs, SeenProofs seen, Duration lifetime) {

  private static final int LONGEST_PROOF = 8192;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private static final Rejection DOWNGRADED =
      Rejection.of(DOWNGRADED_TOKEN, "a token with jkt under the scheme Bearer");
  private static final Rejection MISSING = Rejection.of(MISSING_PROOF, "no header DPoP");
  private static final Rejection MALFORMED =
      Rejection.of(MALFORMED_PROOF, "not one header DPoP with one JWS");
  private static final Rejection OTHER_KEY =
      Rejection.of(WRONG_PROOF_KEY, "the proof's key is not that of jkt");
  private static final Rejection REPLAYED = Rejection.of(PROOF_REPLAYED, "jti was used before");
  private static final Rejection TOO_MANY =
      Rejection.of(TOO_MANY_PROOFS, "the key has as many live proofs as one may have");

  SenderResult check(String keyThumbprint, Presented presented, RequestView request) {
    if (presented.scheme() != Scheme.DPOP) {
      return new SenderResult.Refused(DOWNGRADED);
    }
    List<String> headers = request.headers("DPoP");
    if (headers.isEmpty()) {
      return new SenderResult.Refused(MISSING);
    }
    HolderJwt proof = only(headers).orElse(null);
    if (proof == null) {
      return new SenderResult.Refused(MALFORMED);
    }
    return proofs
        .objection(proof, presented.token(), request)
        .<SenderResult>map(SenderResult.Refused::new)
        .orElseGet(() -> used(proof, keyThumbprint));
  }

  private static Optional<HolderJwt> only(List<String> headers) {
    return headers.size() == 1 && headers.get(0).length() <= LONGEST_PROOF
        ? HolderJwt.parse(headers.get(0))
        : Optional.empty();
  }

  /** Last of all, so that only proofs of a token's holder take up room. */
  private SenderResult used(HolderJwt proof, String keyThumbprint) {
    if (!Thumbprint.equal(Thumbprint.ofKey(proof.key()), keyThumbprint)) {
      return new SenderResult.Refused(OTHER_KEY);
    }
    String id = proof.claim("jti").asText().orElseThrow();
    return switch (seen.use(keyThumbprint, id, lifetime)) {
      case FIRST -> new SenderResult.Held(Map.of());
      case REPLAYED -> new SenderResult.Refused(REPLAYED);
      case TOO_MANY_OF_KEY -> new SenderResult.Refused(TOO_MANY);
      case UNAVAILABLE -> new SenderResult.Undecided(RETRY_AFTER);
    };
  }
}
