package io.bearergate.jakarta;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The token must have every one of these scopes (RFC 6749 §3.3), besides what the rule of the path
 * asks; else 403 with {@code insufficient_scope} and the scopes (RFC 6750 §3.1).
 *
 * <p>On a servlet or JAX-RS resource, on their methods, or on an annotation that stands there. A
 * method counts before its class. {@code docs/annotations.md} has the whole of it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface RequiresScope {

  /** Each one scope; none, or one with a space in it, stops the start. */
  String[] value();
}
