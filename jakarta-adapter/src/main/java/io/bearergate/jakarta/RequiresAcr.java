package io.bearergate.jakarta;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The user must have signed in at one of these levels, the {@code acr} of the token, besides what
 * the rule of the path asks; else 401 with {@code insufficient_user_authentication} and the levels
 * (RFC 9470 §3).
 *
 * <p>On a servlet or JAX-RS resource, on their methods, or on an annotation that stands there. A
 * method counts before its class. {@code docs/annotations.md} has the whole of it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface RequiresAcr {

  /** In the order of preference; none, or one with a space in it, stops the start. */
  String[] value();
}
