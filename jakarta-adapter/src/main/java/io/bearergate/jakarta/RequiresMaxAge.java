package io.bearergate.jakarta;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The user must have signed in no longer ago than this, by the {@code auth_time} of the token,
 * besides what the rule of the path asks; else 401 with {@code insufficient_user_authentication}
 * and the age (RFC 9470 §3). {@code leeway} is granted, as to a rule.
 *
 * <p>On a servlet or JAX-RS resource, on their methods, or on an annotation that stands there. A
 * method counts before its class. {@code docs/annotations.md} has the whole of it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface RequiresMaxAge {

  /** As in a rule, {@code 5m}; what is no duration of 1s to 365d stops the start. */
  String value();
}
