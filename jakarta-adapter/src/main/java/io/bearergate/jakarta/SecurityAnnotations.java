package io.bearergate.jakarta;

import io.bearergate.policy.Requirement;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the annotations on one class or method ask: ours and the standard ones, standing there
 * themselves or on another annotation that does, however deep. All of them must be met.
 */
final class SecurityAnnotations {

  private SecurityAnnotations() {}

  /**
   * Only what stands on {@code element} itself, nothing inherited; empty where none does.
   *
   * @throws IllegalStateException if they contradict each other, or one names nothing
   */
  static Optional<Asked> on(AnnotatedElement element) {
    List<Asked> found = new ArrayList<>();
    try {
      gather(element, found, new HashSet<>());
    } catch (ArrayStoreException | TypeNotPresentException e) {
      throw new IllegalStateException(
          "an annotation of " + element + " cannot be read: " + e.getMessage(), e);
    }
    boolean open = found.stream().anyMatch(Asked::asksNothing);
    if (open && !found.stream().allMatch(Asked::asksNothing)) {
      throw new IllegalStateException(
          "@Open or @PermitAll on " + element + " contradicts what else stands there. Remove one.");
    }
    return found.stream().reduce(Asked::and);
  }

  private static void gather(AnnotatedElement element, List<Asked> found, Set<Class<?>> passed) {
    for (Annotation annotation : element.getDeclaredAnnotations()) {
      Optional<Asked> asked = asked(annotation, element);
      asked.ifPresent(found::add);
      Class<?> type = annotation.annotationType();
      if (asked.isEmpty() && !type.getName().startsWith("java.lang.") && passed.add(type)) {
        gather(type, found, passed);
      }
    }
  }

  private static Optional<Asked> asked(Annotation annotation, AnnotatedElement element) {
    try {
      return asked(annotation);
    } catch (IllegalArgumentException e) {
      String name = "@" + annotation.annotationType().getSimpleName();
      throw new IllegalStateException(name + " on " + element + ": " + e.getMessage(), e);
    }
  }

  private static Optional<Asked> asked(Annotation annotation) {
    if (annotation instanceof RequiresScope scope) {
      return asked("scope", scope.value(), Requirement::scopes);
    }
    if (annotation instanceof RequiresPermission permission) {
      return asked("permission", permission.value(), Requirement::permissions);
    }
    if (annotation instanceof RequiresRole role) {
      return asked("role", role.value(), Requirement::anyRole);
    }
    if (annotation instanceof RequiresAcr acr) {
      return asked("acr", acr.value(), Requirement::anyAcr);
    }
    if (annotation instanceof RequiresMaxAge age) {
      return Optional.of(new Asked(Requirement.maxAge(age.value()), "max-age " + age.value()));
    }
    return annotation instanceof Open
        ? Optional.of(Asked.NOTHING)
        : StandardAnnotations.asked(annotation);
  }

  private static Optional<Asked> asked(
      String word, String[] names, Function<List<String>, Requirement> requirement) {
    List<String> all = List.of(names);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("no " + word + " is named. Name one, or remove it.");
    }
    if (all.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a " + word + " is blank");
    }
    return Optional.of(new Asked(requirement.apply(all), word + " " + String.join(" ", all)));
  }
}
