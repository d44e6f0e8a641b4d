package io.bearergate.revocation;

import io.bearergate.token.AccessToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tokens of one issuer are wanted no longer. Immutable.
 *
 * @param key what a store keeps it under: names the issuer, and what the tokens have in common; at
 *     most 2,048 characters
 * @param issuedBefore tokens issued from then on are not meant; {@link Instant#MAX} where all are
 */
public record Revocation(String key, Instant issuedBefore) {

  private static final int LONGEST = 1_000;

  public Revocation {
    if (key.length() > 2 * LONGEST + 48) {
      throw new IllegalArgumentException("The key is longer than 2,048 characters");
    }
  }

  /**
   * The one token with this {@code jti} (RFC 7519 §4.1.7).
   *
   * @param issuer as the settings name it
   * @throws IllegalArgumentException if a name is empty or longer than 1,000 characters
   */
  public static Revocation ofToken(String issuer, String tokenId) {
    return new Revocation(key("jti", issuer, tokenId), Instant.MAX);
  }

  /**
   * Every token of one session (OpenID Connect Back-Channel Logout §2.1), by the claim {@code sid}.
   * A token without it is not hit: see {@link #ofSubjectWithoutSession}.
   */
  public static Revocation ofSession(String issuer, String sessionId) {
    return new Revocation(key("sid", issuer, sessionId), Instant.MAX);
  }

  /**
   * Every token issued to {@code subject} before an instant, and every one that does not say when
   * it was issued ({@code iat}).
   */
  public static Revocation ofSubject(String issuer, String subject, Instant issuedBefore) {
    return new Revocation(key("sub", issuer, subject), issuedBefore);
  }

  /**
   * The same, save for tokens that name their session: what has to be revoked besides when one
   * session of {@code subject} ends, since a token without {@code sid} may be of that one.
   */
  public static Revocation ofSubjectWithoutSession(
      String issuer, String subject, Instant issuedBefore) {
    return new Revocation(key("sub-", issuer, subject), issuedBefore);
  }

  /**
   * What a store is to be asked about {@code token}: the keys of what would hit it, one to three.
   */
  public static List<String> keysFor(AccessToken token) {
    List<String> keys = new ArrayList<>(3);
    String session = text(token, "sid");
    add(keys, "jti", token, text(token, "jti"));
    add(keys, "sid", token, session);
    String subject = text(token, "sub");
    add(keys, "sub", token, subject);
    if (!isName(session)) { // a session that nobody can end by its name is none
      add(keys, "sub-", token, subject);
    }
    return keys;
  }

  /**
   * Whether a revocation that {@link #keysFor} led to hits {@code token}.
   *
   * @param issuedBefore of that revocation
   */
  public static boolean hits(Instant issuedBefore, AccessToken token) {
    return token.issuedAt().map(issued -> issued.isBefore(issuedBefore)).orElse(true);
  }

  private static void add(
      List<String> keys, String kind, AccessToken token, @Nullable String name) {
    if (name != null && isName(name)) { // others cannot be revoked
      keys.add(joined(kind, token.issuer(), name));
    }
  }

  private static boolean isName(@Nullable String text) {
    return text != null && !text.isEmpty() && text.length() <= LONGEST;
  }

  private static @Nullable String text(AccessToken token, String claim) {
    return token.claims().get(claim) instanceof String text ? text : null;
  }

  private static String key(String kind, String issuer, String name) {
    if (issuer.isEmpty() || name.isEmpty()) {
      throw new IllegalArgumentException("A name of what is revoked is empty");
    }
    if (Math.max(issuer.length(), name.length()) > LONGEST) {
      throw new IllegalArgumentException("A name of what is revoked exceeds 1,000 characters");
    }
    return joined(kind, issuer, name);
  }

  /** The length tells where the issuer ends, whatever characters the two hold. */
  private static String joined(String kind, String issuer, String name) {
    return kind + ' ' + issuer.length() + ' ' + issuer + ' ' + name;
  }

  /** Names nobody: claims do not belong in logs. */
  @Override
  public String toString() {
    return "Revocation[" + key.substring(0, Math.min(3, key.length())) + "]";
  }

  /** By hand: the one that a record is given holds our class loader for good on JDK 17. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Revocation that
        && key.equals(that.key)
        && issuedBefore.equals(that.issuedBefore);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }
}
