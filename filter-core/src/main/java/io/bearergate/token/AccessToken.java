package io.bearergate.token;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A verified access token. There is no public way to make one: to hold one proves it was verified.
 * Immutable and thread-safe; holds until its {@link #expiry()} only.
 */
public final class AccessToken {

  private final Issuer issuer;
  private final List<String> audience;
  private final String principalName;
  private final Set<String> scopes;
  private final Set<String> permissions;
  private final Set<String> roles;
  private final Claims claims;
  private final TokenTrace trace;
  private final Instant asked;
  private final TokenValue value;

  AccessToken(Issuer issuer, Claims claims, TokenTrace trace) {
    this(issuer, claims, trace, Instant.EPOCH);
  }

  /**
   * @param asked when its issuer was asked about it: all there is of a token without {@code exp}
   */
  AccessToken(Issuer issuer, Claims claims, TokenTrace trace, Instant asked) {
    ClaimNames names = issuer.rules().claimNames();
    this.issuer = issuer;
    this.claims = claims;
    this.trace = trace;
    this.asked = asked;
    this.audience = claims.at(names.audience()).asTexts();
    this.principalName = claims.at(names.principal()).asText().orElseThrow();
    this.scopes = wordsOf(claims, names.scope());
    this.permissions = wordsOf(claims, names.permission());
    this.roles = wordsOf(claims, names.role());
    this.value = new TokenValue("", 0);
  }

  private AccessToken(AccessToken known, TokenValue value) {
    this.issuer = known.issuer;
    this.claims = known.claims;
    this.trace = known.trace;
    this.asked = known.asked;
    this.audience = known.audience;
    this.principalName = known.principalName;
    this.scopes = known.scopes;
    this.permissions = known.permissions;
    this.roles = known.roles;
    this.value = value;
  }

  /** The same with its text, which is for whoever presented it and kept nowhere. */
  AccessToken presentedAs(TokenValue presented) {
    return new AccessToken(this, presented);
  }

  private static Set<String> wordsOf(Claims claims, List<ClaimPath> paths) {
    Set<String> words = Set.of();
    for (ClaimPath path : paths) {
      words = joined(words, claims.at(path).asWords());
    }
    return words;
  }

  private static Set<String> joined(Set<String> words, List<String> more) {
    if (more.isEmpty()) {
      return words;
    }
    Set<String> all = new LinkedHashSet<>(words);
    all.addAll(more);
    return Collections.unmodifiableSet(all);
  }

  /** The issuer: one of the configured ones, or one that the application's resolver knows. */
  public String issuer() {
    return issuer.identifier();
  }

  /** The value of the configured principal claim, {@code sub} by default; never empty. */
  public String principalName() {
    return principalName;
  }

  /** The {@code sub}, if the token has one (RFC 7519 §4.1.2). */
  public Optional<String> subject() {
    return claims.text("sub");
  }

  /**
   * The token as it was presented, to pass it on: see {@code docs/calling-others.md} for when that
   * is right. A bound token is of no use to anybody but its holder.
   */
  public TokenValue value() {
    return value;
  }

  /** Whom the token is for: the values of the configured audience claim, {@code aud} by default. */
  public List<String> audience() {
    return audience;
  }

  /** The granted scopes (RFC 6749 §3.3), each by itself. A permission or role is none. */
  public Set<String> scopes() {
    return scopes;
  }

  /** The permissions, from the configured permission claim. */
  public Set<String> permissions() {
    return permissions;
  }

  /** The roles, from the configured role claim. */
  public Set<String> roles() {
    return roles;
  }

  /**
   * Whom the token was issued to: by default {@code client_id} (RFC 9068 §2.2), else {@code azp}.
   */
  public Optional<String> clientId() {
    return claims.firstText(issuer.rules().claimNames().client());
  }

  /**
   * What the client may do in detail: the entries of {@code authorization_details} (RFC 9396 §9.1)
   * of this type, in their order. Entries whose {@code locations} name neither one of this API's
   * configured audiences nor a place below it are for another API and left out; a malformed claim
   * grants nothing.
   *
   * @param type compared character for character
   */
  public List<AuthorizationDetail> authorizationDetails(String type) {
    return AuthorizationDetail.allOf(claims.named("authorization_details")).stream()
        .filter(detail -> detail.type().equals(type) && detail.isFor(issuer.rules().audience()))
        .toList();
  }

  /** How well the user was authenticated, if the token says so: {@code acr} (RFC 9068 §2.2.1). */
  public Optional<String> authenticationContext() {
    return claims.text("acr");
  }

  /** When the user was last authenticated, if the token says so (RFC 9068 §2.2.1). */
  public Optional<Instant> authenticatedAt() {
    return claims.time("auth_time");
  }

  /**
   * When the token ends; later requests with it are refused (RFC 7519 §4.1.4). For an opaque token
   * whose issuer does not say, it is when the issuer was asked.
   */
  public Instant expiry() {
    return claims.time("exp").orElse(asked);
  }

  /** When the token was issued, if it says so (RFC 7519 §4.1.6). */
  public Optional<Instant> issuedAt() {
    return claims.time("iat");
  }

  /** When the token begins, if it says so (RFC 7519 §4.1.5). */
  public Optional<Instant> notBefore() {
    return claims.time("nbf");
  }

  /**
   * Any claim, by its path: {@code claim("realm_access.roles").asWords()}.
   *
   * @param path member names joined by dots, quoted where a name holds dots: {@code
   *     "\"https://example.com/plan\""}
   * @throws IllegalArgumentException if {@code path} is not a claim path
   */
  public Claim claim(String path) {
    return claims.at(ClaimPath.parse(path));
  }

  /**
   * All claims, as JSON values: text, {@link Long}, {@link java.math.BigDecimal}, {@link Boolean},
   * {@link List}, {@link Map}.
   */
  public Map<String, Object> claims() {
    return claims.all();
  }

  /**
   * Whether it may come under the scheme {@code DPoP} without a key, if it is bound to a
   * certificate: see {@link Leniency#CERTIFICATE_UNDER_DPOP}.
   */
  public boolean isCertificateUnderDpopTaken() {
    return issuer.rules().leniencies().contains(Leniency.CERTIFICATE_UNDER_DPOP);
  }

  /** Whether the token is bound to a key or certificate of its holder (RFC 7800 §3.1). */
  public boolean isBound() {
    return claims.has("cnf");
  }

  /** What the token is bound to; empty when its {@code cnf} says something we do not understand. */
  public Optional<Confirmation> confirmation() {
    return isBound() ? Confirmation.of(claims.named("cnf")) : Optional.of(Confirmation.NONE);
  }

  /**
   * For logs: algorithm, key id, issuer and eight hex digits of the token's SHA-256; no claim and
   * nothing of the token.
   */
  @Override
  public String toString() {
    return "AccessToken[" + trace.describe(issuer.identifier()) + "]";
  }
}
