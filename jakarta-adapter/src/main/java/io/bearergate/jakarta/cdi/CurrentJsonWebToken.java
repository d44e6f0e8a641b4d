package io.bearergate.jakarta.cdi;

import io.bearergate.jakarta.BearergatePrincipal;
import io.bearergate.token.AccessToken;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The token of whatever request its thread serves, as MicroProfile shows it: any bean may hold it.
 * Stands before a server's own, which knows nothing of what the filter admitted. The groups are the
 * configured roles; claims that it gives no type have plain Java's, not JSON-P's.
 *
 * <p>Its annotations are added by {@link #annotate}: TomEE loads every class that has some of its
 * own, also where MicroProfile is not there to extend.
 */
class CurrentJsonWebToken implements JsonWebToken {

  private static final String RAW_TOKEN = "raw_token";
  private static final String GROUPS = "groups";

  CurrentJsonWebToken() {}

  static void annotate(AnnotatedTypeConfigurator<CurrentJsonWebToken> type) {
    type.add(Dependent.Literal.INSTANCE)
        .add(Alternative.Literal.INSTANCE)
        .add(new BeforeTheServers())
        .add(Typed.Literal.of(new Class<?>[] {JsonWebToken.class})); // not Principal
  }

  private static AccessToken token() {
    return TokenProducers.required().token();
  }

  @Override
  public String getName() {
    return token().principalName();
  }

  @Override
  public Set<String> getClaimNames() {
    Set<String> names = new TreeSet<>(token().claims().keySet());
    names.add(RAW_TOKEN);
    if (!token().roles().isEmpty()) {
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
    AccessToken token = token();
    return switch (name) {
      case RAW_TOKEN -> TokenProducers.required().token().value().reveal();
      case GROUPS -> token.roles();
      case "aud" -> new LinkedHashSet<>(token.audience());
      case "exp" -> token.expiry().getEpochSecond();
      case "iat" -> token.issuedAt().map(Instant::getEpochSecond).orElse(null);
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
    return token().issuedAt().map(Instant::getEpochSecond).orElse(0L);
  }

  /** Names nobody and nothing of the token. */
  @Override
  public String toString() {
    return "JsonWebToken["
        + BearergatePrincipal.current().map(BearergatePrincipal::token).orElse(null)
        + "]";
  }
}
