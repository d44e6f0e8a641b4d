package io.bearergate.jakarta.cdi;

import io.bearergate.jakarta.BearergatePrincipal;
import io.bearergate.token.AccessToken;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * A verified token as MicroProfile shows it. The groups are the configured roles; claims that it
 * gives no type have plain Java's, not JSON-P's.
 */
record VerifiedJsonWebToken(BearergatePrincipal principal) implements JsonWebToken {

  private static final String RAW_TOKEN = "raw_token";
  private static final String GROUPS = "groups";

  @Override
  public String getName() {
    return principal.getName();
  }

  @Override
  public Set<String> getClaimNames() {
    Set<String> names = new TreeSet<>(principal.token().claims().keySet());
    names.add(RAW_TOKEN);
    if (!principal.token().roles().isEmpty()) {
      names.add(GROUPS);
    }
    return names;
  }

  /**
   * {@inheritDoc}
   *
   * @return null when absent, as that API has it
   */
  @Override
  @SuppressWarnings({
    "unchecked",
    "NullAway",
    "TypeParameterUnusedInFormals"
  }) // the API's own: the caller names the type
  public <T> T getClaim(String name) {
    return (T) value(name);
  }

  private @Nullable Object value(String name) {
    AccessToken token = principal.token();
    return switch (name) {
      case RAW_TOKEN -> principal.value();
      case GROUPS -> token.roles();
      case "aud" -> new LinkedHashSet<>(token.audience());
      case "exp" -> token.expiry().getEpochSecond();
      case "iat" -> getIssuedAtTime();
      default -> token.claims().get(name);
    };
  }

  /**
   * {@inheritDoc}
   *
   * @return 0 when the token does not say
   */
  @Override
  public long getIssuedAtTime() {
    return principal.token().issuedAt().map(Instant::getEpochSecond).orElse(0L);
  }

  /** Names nobody and nothing of the token. */
  @Override
  public String toString() {
    return "JsonWebToken[" + principal.token() + "]";
  }
}
