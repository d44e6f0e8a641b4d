package io.bearergate.sender;

import static io.bearergate.rejection.Rejection.Reason.DOWNGRADED_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.MALFORMED_PROOF;
import static io.bearergate.rejection.Rejection.Reason.MISSING_PROOF;
import static io.bearergate.rejection.Rejection.Reason.NONCE_NOT_CURRENT;
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
 * @param nonces what a proof must carry one of; empty where none is asked for
 * @param lifetime how long a proof could be used again
 */
record DpopBinding(
    DpopProof proofs,
    KnownHolders holders,
    Optional<DpopNonces> nonces,
    SeenProofs seen,
    Duration lifetime) {

  private static final String NONCE = "DPoP-Nonce";
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

  private static final Rejection NONCE_WANTED =
      Rejection.of(NONCE_NOT_CURRENT, "no nonce of ours that is still good");

  SenderResult check(String keyThumbprint, Presented presented, RequestView request) {
    if (presented.scheme() != Scheme.DPOP) {
      return new SenderResult.Refused(DOWNGRADED);
    }
    List<String> headers = request.headers("DPoP");
    if (headers.isEmpty()) {
      return new SenderResult.Refused(MISSING);
    }
    HolderJwt proof = only(headers, keyThumbprint).orElse(null);
    if (proof == null) {
      return new SenderResult.Refused(MALFORMED);
    }
    return proofs
        .objection(proof, presented.token(), request)
        .<SenderResult>map(SenderResult.Refused::new)
        .orElseGet(() -> own(proof, keyThumbprint, headers.get(0)));
  }

  private Optional<HolderJwt> only(List<String> headers, String keyThumbprint) {
    return headers.size() == 1 && headers.get(0).length() <= LONGEST_PROOF
        ? holders.parse(headers.get(0), keyThumbprint)
        : Optional.empty();
  }

  private SenderResult own(HolderJwt proof, String keyThumbprint, String compact) {
    if (!holders.isOf(keyThumbprint, proof, compact)) {
      return new SenderResult.Refused(OTHER_KEY);
    }
    return nonces
        .map(good -> current(good, proof, keyThumbprint))
        .orElseGet(() -> used(proof, keyThumbprint, Map.of()));
  }

  /**
   * Asked of a proof that would pass otherwise: with a nonce it will, and a stranger learns none.
   */
  private SenderResult current(DpopNonces good, HolderJwt proof, String keyThumbprint) {
    String nonce = proof.claim("nonce").asText().orElse("");
    if (!good.isGood(nonce)) {
      return new SenderResult.Refused(NONCE_WANTED, Map.of(NONCE, good.fresh()));
    }
    Map<String, String> renewed =
        good.isOld(nonce)
            ? Map.of(NONCE, good.fresh(), "Cache-Control", "no-store") // RFC 9449 §8.2
            : Map.of();
    return used(proof, keyThumbprint, renewed);
  }

  /** Last of all, so that only proofs of a token's holder take up room. */
  private SenderResult used(
      HolderJwt proof, String keyThumbprint, Map<String, String> responseHeaders) {
    String id = proof.claim("jti").asText().orElseThrow();
    return switch (seen.use(keyThumbprint, id, lifetime)) {
      case FIRST -> new SenderResult.Held(responseHeaders);
      case REPLAYED -> new SenderResult.Refused(REPLAYED);
      case TOO_MANY_OF_KEY -> new SenderResult.Refused(TOO_MANY);
      case UNAVAILABLE -> new SenderResult.Undecided(RETRY_AFTER);
    };
  }
}
