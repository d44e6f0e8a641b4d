package io.bearergate.jakarta.cdi;

import io.bearergate.jakarta.BearergatePrincipal;
import io.bearergate.token.AccessToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether what is injected is let go of with the request. A token in a field of anything that lives
 * longer would be one user's, shown to all who come after.
 */
final class Lifespan {

  private static final Set<Class<?>> OURS = Set.of(AccessToken.class, BearergatePrincipal.class);

  private Lifespan() {}

  /**
   * Asked at each production, for what is no bean too: a servlet, say.
   *
   * @param where null when looked up by {@code CDI.current()}, which keeps nothing
   * @throws IllegalStateException if it is held longer than its request
   */
  static void check(@Nullable InjectionPoint where) {
    if (where == null || where.getAnnotated() == null) {
      return;
    }
    Bean<?> holder = where.getBean();
    danger(where, where.getAnnotated().getBaseType(), holder == null ? null : holder.getScope())
        .ifPresent(
            danger -> {
              throw new IllegalStateException(danger);
            });
  }

  /** Why a bean of this scope must not have what is injected there; asked at the start. */
  static Optional<String> danger(InjectionPoint where, Class<? extends Annotation> scope) {
    return isOurs(where) ? danger(where, where.getType(), scope) : Optional.empty();
  }

  private static Optional<String> danger(
      InjectionPoint where, Type injected, @Nullable Class<? extends Annotation> scope) {
    if (scope == RequestScoped.class || isAskedEachTime(injected)) {
      return Optional.empty();
    }
    String type = injected.getTypeName().replaceAll("[a-z]+\\.", "");
    return Optional.of(
        "Bearergate gives no token to "
            + where.getMember()
            + ", which may outlive the request and show it to the next user. Write Provider<"
            + type
            + "> there, or make the bean @RequestScoped.");
  }

  /** {@code Instance} is a {@code Provider} too. */
  private static boolean isAskedEachTime(Type injected) {
    return raw(injected) instanceof Class<?> type && Provider.class.isAssignableFrom(type);
  }

  private static boolean isOurs(InjectionPoint where) {
    return where.getQualifiers().stream().anyMatch(TokenClaim.class::isInstance)
        || OURS.contains(raw(where.getType()))
        || (where.getType() instanceof ParameterizedType type
            && raw(type) == Optional.class
            && OURS.contains(raw(type.getActualTypeArguments()[0])));
  }

  private static Type raw(Type type) {
    return type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
  }
}
