package io.bearergate.jakarta;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The token must have every one of these permissions, besides what the rule of the path asks; else
 * 403. A scope or role of the name does not count.
 *
 * <p>On a servlet or JAX-RS resource, on their methods, or on an annotation that stands there. A
 * method counts before its class. {@code docs/annotations.md} has the whole of it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface RequiresPermission {

  /** None stops the start. */
  String[] value();
}
