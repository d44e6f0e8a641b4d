package io.bearergate.jakarta;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks nothing besides the rule of the path: on a method, it lifts what the annotations of the
 * class ask. It never loosens a rule; only a rule {@code open} lets a request through without a
 * token.
 *
 * <p>Beside an annotation that asks for something, on the same class or method, it stops the start.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface Open {}
