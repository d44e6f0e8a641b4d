package io.bearergate.jakarta.cdi;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects one claim of the request's token.
 *
 * <pre>{@code
 * @Inject @TokenClaim("tenant") Provider<String> tenant;
 * }</pre>
 *
 * <p>As {@code String} (absent, or no text: {@link IllegalStateException}), {@code
 * Optional<String>} (then empty, as for a request without a token), {@code List<String>} (the words
 * of a text, an array or an object) or {@link io.bearergate.token.Claim}, and as a {@code Provider}
 * of each. Without {@code Provider} only into a {@code @RequestScoped} bean.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
public @interface TokenClaim {

  /** The claim's path, as for {@link io.bearergate.token.AccessToken#claim}. */
  @Nonbinding
  String value();
}
