package io.bearergate.jakarta;

import io.bearergate.policy.Requirement;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The annotations of Jakarta Annotations §2.10 to §2.12. Told by their names, so that an
 * application without that API works.
 */
final class StandardAnnotations {

  private static final String PACKAGE = "jakarta.annotation.security.";
  private static final String ANY_CALLER = "**";

  private static final List<String> ASKING = List.of("RolesAllowed", "DenyAll");

  private StandardAnnotations() {}

  /**
   * Whether {@code type} was compiled with one that asks for something, and the JVM leaves it out,
   * as it does without a word where the API is missing at run time.
   */
  static boolean areLostFrom(Class<?> type) {
    try {
      Class.forName(PACKAGE + "RolesAllowed", false, type.getClassLoader());
      return false;
    } catch (ClassNotFoundException e) {
      return isCompiledWithOne(type);
    }
  }

  private static boolean isCompiledWithOne(Class<?> type) {
    String file = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(file)) {
      String code = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      return ASKING.stream()
          .anyMatch(name -> code.contains("L" + PACKAGE.replace('.', '/') + name + ";"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty where it is none of them. */
  static Optional<Asked> asked(Annotation annotation) {
    String name = annotation.annotationType().getName();
    return switch (name.startsWith(PACKAGE) ? name.substring(PACKAGE.length()) : "") {
      case "PermitAll" -> Optional.of(Asked.NOTHING);
      case "DenyAll" -> Optional.of(Asked.denied("@DenyAll stands on what was asked for"));
      case "RolesAllowed" -> Optional.of(anyRole(List.of(((RolesAllowed) annotation).value())));
      default -> Optional.empty();
    };
  }

  private static Asked anyRole(List<String> roles) {
    if (roles.isEmpty()) {
      return Asked.denied("@RolesAllowed names no role");
    }
    return roles.contains(ANY_CALLER)
        ? Asked.TOKEN
        : new Asked(Requirement.anyRole(roles), "role " + String.join(" ", roles));
  }
}
