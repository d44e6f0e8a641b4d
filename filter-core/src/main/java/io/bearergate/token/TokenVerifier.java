package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.ALGORITHM_NOT_ALLOWED;
import static io.bearergate.rejection.Rejection.Reason.BOUND_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.MALFORMED_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.TOKEN_TOO_LONG;
import static io.bearergate.rejection.Rejection.Reason.UNDECRYPTABLE_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.UNENCRYPTED_TOKEN;

import io.bearergate.event.GateListener;
import io.bearergate.keys.DecryptionKeys;
import io.bearergate.keys.KeyLookup;
import io.bearergate.rejection.Rejection;
import io.bearergate.token.VerificationResult.Accepted;
import io.bearergate.token.VerificationResult.Rejected;
import io.bearergate.token.VerificationResult.Undecided;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Verifies compact JWT access tokens of the issuers it was made for. Needs no HTTP request, so a
 * message consumer can use it as well as a filter. Thread-safe; a call blocks at most 2 s, and only
 * when it is due to wait for the issuer's keys, and 2 s more when the application has to be asked
 * about its issuer. Tokens that are no JWTs are refused, unless one of the issuers can be asked
 * about them (RFC 7662).
 *
 * <p>A token found good is remembered by its SHA-256, within the bounds of {@link
 * TokenRules#kept()}: met again, its signature and claims are not verified anew, but its times and
 * the keys it rests on are asked again.
 */
public final class TokenVerifier {

  private static final Rejection TOO_LONG =
      Rejection.of(TOKEN_TOO_LONG, "longer than max-token-size");
  private static final Rejection MALFORMED =
      Rejection.of(MALFORMED_TOKEN, "not three parts of base64url and JSON");
  private static final Rejection UNFIT_ENVELOPE =
      Rejection.of(
          ALGORITHM_NOT_ALLOWED,
          "an encrypted token whose alg, enc or cty is not taken, or with zip, crit or p2c");
  private static final Rejection SEALED =
      Rejection.of(UNDECRYPTABLE_TOKEN, "no key of ours decrypts it, or it was altered");
  private static final Rejection PLAIN =
      Rejection.of(UNENCRYPTED_TOKEN, "encrypted-tokens=required, and the token is not");
  private static final Rejection BOUND =
      Rejection.of(BOUND_TOKEN, "a bound token without a request to prove possession");

  private final TokenRules rules;
  private final InstantSource clock;
  private final GateListener listener;
  private final Optional<VerifiedTokens> kept;
  private final Hints hints;
  private final FullVerification full;
  private final Optional<OpaqueTokens> opaque;
  private final Function<Accepted, VerificationResult> last;

  /** A verifier for tokens of these issuers and of nobody else. */
  public TokenVerifier(List<Issuer> issuers, TokenRules rules, InstantSource clock) {
    this(issuers, rules, clock, GateListener.NONE);
  }

  /**
   * The same.
   *
   * @param listener told when a token need not be verified anew
   */
  public TokenVerifier(
      List<Issuer> issuers, TokenRules rules, InstantSource clock, GateListener listener) {
    this(issuers, Optional.empty(), rules, clock, listener);
  }

  /**
   * The same, for tokens of issuers that are found at run time too.
   *
   * @param tenants asked about whoever is not among {@code issuers}; the caller's to close
   */
  public TokenVerifier(
      List<Issuer> issuers,
      Optional<Tenants> tenants,
      TokenRules rules,
      InstantSource clock,
      GateListener listener) {
    this.rules = rules;
    this.clock = clock;
    this.listener = GateListener.guarded(listener);
    this.kept = VerifiedTokens.within(rules.kept());
    this.hints = new Hints(issuers);
    this.opaque = OpaqueTokens.of(issuers, rules, clock, kept);
    this.full =
        new FullVerification(
            Believed.of(issuers, tenants, rules.leeway()), rules, clock, kept, hints);
    this.last = accepted -> accepted;
  }

  private TokenVerifier(TokenVerifier same, Function<Accepted, VerificationResult> last) {
    this.rules = same.rules;
    this.clock = same.clock;
    this.listener = same.listener;
    this.kept = same.kept;
    this.hints = same.hints;
    this.full = same.full;
    this.opaque = same.opaque;
    this.last = last;
  }

  /** The same, which asks {@code last} about every token that {@link #verify} would accept. */
  public TokenVerifier asking(Function<Accepted, VerificationResult> last) {
    return new TokenVerifier(this, last);
  }

  /**
   * Verifies a bearer token: one with {@code cnf} is rejected, since only a request can prove that
   * its presenter holds it.
   *
   * @param compactJwt three base64url parts, or five where decryption keys are set; anything else
   *     is rejected, never thrown at
   */
  public VerificationResult verify(String compactJwt) {
    VerificationResult result = verifyExceptBinding(compactJwt);
    if (!(result instanceof Accepted accepted)) {
      return result;
    }
    return accepted.token().isBound() ? new Rejected(BOUND) : last.apply(accepted);
  }

  /**
   * Verifies all of a token but its binding to a holder and whether it was revoked; whoever calls
   * this must look at {@link AccessToken#isBound()}, check the proof, and ask for revocations.
   */
  public VerificationResult verifyExceptBinding(String compactJwt) {
    return verifyExceptBinding(compactJwt, 0);
  }

  /**
   * The same for a token that ends a longer text.
   *
   * @param text the value of a header field, say
   * @param start where in {@code text} the token begins
   */
  public VerificationResult verifyExceptBinding(String text, int start) {
    if (text.length() - start > rules.maxTokenBytes()) {
      return TokenTrace.of(null).refused(TOO_LONG);
    }
    TokenDigest digest = TokenDigest.of(text, start);
    if (digest == null) {
      return TokenTrace.of(null).refused(MALFORMED);
    }
    VerificationResult known = kept.isPresent() ? recalled(digest, kept.get()) : null;
    VerificationResult result = known != null ? known : verifyAnew(text, start, digest);
    return result instanceof Accepted accepted
        ? new Accepted(accepted.token().presentedAs(new TokenValue(text, start)))
        : result;
  }

  /** What holds of a token found good before; null where only verifying it anew can tell. */
  private @Nullable VerificationResult recalled(TokenDigest digest, VerifiedTokens tokens) {
    VerifiedToken known = tokens.get(digest);
    if (known == null) {
      return null;
    }
    if (!known.isOfBelieved()) {
      tokens.drop(digest);
      return null;
    }
    KeyLookup keys = known.keysNow();
    if (keys instanceof KeyLookup.Unavailable unavailable) {
      return new Undecided(unavailable.retryAfter());
    }
    if (!known.restsOn(keys) || !known.period().includes(clock.instant())) {
      if (known.isSigned()) { // else its issuer is asked again
        tokens.drop(digest);
      }
      return null;
    }
    listener.verifiedTokenReused();
    return known.result();
  }

  private VerificationResult verifyAnew(String text, int start, TokenDigest digest) {
    if (opaque.isPresent() && opaque.get().include(text, start)) {
      return opaque.get().verify(text.substring(start), digest);
    }
    if (rules.decryptionKeys().isPresent() && CompactJwe.isOne(text.substring(start))) {
      return decryptAndVerify(text.substring(start), rules.decryptionKeys().get(), digest);
    }
    return rules.plainTokensAccepted()
        ? verifySigned(text, start, digest)
        : TokenTrace.of(digest).refused(PLAIN);
  }

  private VerificationResult decryptAndVerify(
      String compactJwe, DecryptionKeys keys, TokenDigest digest) {
    CompactJwe jwe = CompactJwe.parse(compactJwe).orElse(null);
    if (jwe == null) {
      return TokenTrace.of(digest).refused(MALFORMED);
    }
    if (!keys.take(jwe.header())) {
      return TokenTrace.of(digest).refused(UNFIT_ENVELOPE);
    }
    Optional<String> content = keys.decrypt(jwe.header(), jwe.parts());
    return content.isEmpty()
        ? TokenTrace.of(digest).refused(SEALED)
        : verifySigned(content.get(), 0, digest);
  }

  private VerificationResult verifySigned(String text, int start, TokenDigest digest) {
    Optional<CompactJws> jws = CompactJws.parse(text, start);
    return jws.isPresent() ? full.verify(jws.get(), digest) : unreadable(digest);
  }

  private Rejected unreadable(TokenDigest digest) {
    hints.onForeign(MALFORMED_TOKEN, null);
    return TokenTrace.of(digest).refused(MALFORMED);
  }
}
