package io.bearergate.jakarta;

import io.bearergate.policy.Requirement;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/**
 * The annotations of Jakarta Annotations §2.10 to §2.12. Told by their names, so that an
 * application without that API works: nobody there can have used one.
 */
final class StandardAnnotations {

  private static final String PACKAGE = "jakarta.annotation.security.";
  private static final String ANY_CALLER = "**";

  private StandardAnnotations() {}

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
