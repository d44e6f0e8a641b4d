package io.bearergate.jakarta;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Protects the whole application, from any one of its classes; nothing need stand in web.xml.
 *
 * <pre>{@code
 * @ProtectedApi(issuer = "${env.ISSUER}", audience = "https://api.example.com",
 *     rules = {"/public/** open", "/** token"})
 * }</pre>
 *
 * <p>Members are settings and may hold placeholders; a member that is left out says nothing, and
 * what web.xml, the environment or a system property says counts before. They stand for the one
 * filter of the application: the one in web.xml or, where none is declared, one that {@link
 * BearergateInitializer} registers under the name {@code bearergate}. Subclasses do not inherit it.
 * On two classes, or beside a filter that has its settings from code, it stops the start.
 *
 * <p>A server that does not show the class to the initializer (no annotation scanning, {@code
 * metadata-complete} on some) leaves the application without an issuer, which stops the start too.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ProtectedApi {

  /** The exact {@code iss} of the tokens; several issuers as several values. */
  String[] issuer() default {};

  /** Accepted {@code aud} values. */
  String[] audience() default {};

  /** What each path asks for, one rule a value; the first that matches wins. */
  String[] rules() default {};

  /** The JWS algorithms allowed. */
  String[] algorithms() default {};

  /** The realm of every Bearer challenge (RFC 6750 §3). */
  String realm() default "";

  /** Settings bundled for a provider. */
  String preset() default "";

  /** Any other setting, as {@code "key=value"}. */
  String[] settings() default {};
}
