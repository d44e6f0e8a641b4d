package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.INACTIVE_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.INTROSPECTION_UNAVAILABLE;
import static io.bearergate.rejection.Rejection.Reason.MALFORMED_TOKEN;

import io.bearergate.introspection.AnswerReader;
import io.bearergate.introspection.Introspection;
import io.bearergate.introspection.IntrospectionResult;
import io.bearergate.introspection.IntrospectionResult.Active;
import io.bearergate.json.JsonReader;
import io.bearergate.rejection.Rejection;
import io.bearergate.token.VerificationResult.Accepted;
import io.bearergate.token.VerificationResult.Undecided;
import io.bearergate.token.VerifiedToken.Period;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tokens that only their issuer can read: it is asked (RFC 7662), and what it says passes the
 * checks that the claims of a JWT pass. What does is kept among the verified tokens, for as long as
 * the rules let it count. Thread-safe.
 */
final class OpaqueTokens {

  /** RFC 6750 §2.1; possessive, so that it takes one look at each character. */
  private static final Pattern B64TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]++=*+");

  private static final Rejection MALFORMED = Rejection.of(MALFORMED_TOKEN, "not a b64token");
  private static final Rejection INACTIVE =
      Rejection.of(INACTIVE_TOKEN, "its issuer says that it is not active");

  private final Trusted trusted;
  private final Introspection introspection;
  private final AnswerReader reader;
  private final Duration leeway;
  private final InstantSource clock;
  private final Optional<VerifiedTokens> kept;

  private OpaqueTokens(
      Issuer issuer,
      Introspection introspection,
      Duration leeway,
      InstantSource clock,
      Optional<VerifiedTokens> kept) {
    this.trusted = Trusted.introspected(issuer, leeway);
    this.introspection = introspection;
    this.reader =
        introspection.rules().signed()
            ? new SignedAnswer(issuer, introspection.rules(), leeway, clock)
            : body -> JsonReader.readObject(body.getBytes(StandardCharsets.UTF_8));
    this.leeway = leeway;
    this.clock = clock;
    this.kept = kept;
  }

  /** Those of the one issuer that can be asked; empty where none can. */
  static Optional<OpaqueTokens> of(
      List<Issuer> issuers, TokenRules rules, InstantSource clock, Optional<VerifiedTokens> kept) {
    List<Issuer> asked =
        issuers.stream().filter(issuer -> issuer.introspection().isPresent()).toList();
    if (asked.size() > 1) {
      throw new IllegalArgumentException("Only one issuer can be asked about opaque tokens");
    }
    return asked.stream()
        .flatMap(
            issuer ->
                issuer.introspection().stream()
                    .map(
                        introspection ->
                            new OpaqueTokens(issuer, introspection, rules.leeway(), clock, kept)))
        .findFirst();
  }

  /**
   * Whether what stands in {@code text} from {@code start} on is asked about. What anybody could
   * read as a JWT is not, be it as bad as it may, unless the rules say so: two dots are enough, for
   * some issuers pass over dots that are too many, and would say of a JWT we refuse that it is
   * active.
   */
  boolean include(String text, int start) {
    if (introspection.rules().everyToken()) {
      return true;
    }
    int dot = text.indexOf('.', start);
    return dot < 0 || text.indexOf('.', dot + 1) < 0;
  }

  VerificationResult verify(String token, TokenDigest digest) {
    TokenTrace trace = TokenTrace.of(digest);
    if (!B64TOKEN.matcher(token).matches()) {
      return trace.refused(MALFORMED);
    }
    boolean renewal = kept.isPresent() && kept.get().get(digest) != null;
    IntrospectionResult result =
        introspection.ask(token, renewal, reader, active -> judge(active, trace, digest));
    if (result instanceof IntrospectionResult.Unavailable unavailable) {
      return new Undecided(unavailable.retryAfter(), INTROSPECTION_UNAVAILABLE);
    }
    if (result instanceof Active active) {
      return new Accepted(tokenOf(active, trace));
    }
    kept.ifPresent(tokens -> tokens.drop(digest));
    Rejection rejection =
        result instanceof IntrospectionResult.Unfit unfit ? unfit.rejection() : INACTIVE;
    return trace.refused(rejection, trusted.identifier());
  }

  /** Why the answer will not do. Whoever comes after a good one finds the token kept. */
  private Optional<Rejection> judge(Active active, TokenTrace trace, TokenDigest digest) {
    Claims claims = new Claims(active.members());
    Rejection objection = trusted.objection(claims, clock.instant());
    Duration counts = introspection.rules().kept();
    if (objection == null && kept.isPresent() && !counts.isZero() && claims.has("exp")) {
      AccessToken token = tokenOf(active, trace);
      Period period = Period.of(token, active.askedAt(), counts, leeway);
      kept.get().keep(digest, new VerifiedToken(new Accepted(token), trusted, null, period));
    }
    return Optional.ofNullable(objection);
  }

  private AccessToken tokenOf(Active active, TokenTrace trace) {
    return new AccessToken(trusted.issuer(), new Claims(active.members()), trace, active.askedAt());
  }
}
