package io.bearergate.jakarta.spring;

import io.bearergate.jakarta.RequiresAcr;
import io.bearergate.jakarta.RequiresMaxAge;
import io.bearergate.jakarta.RequiresPermission;
import io.bearergate.jakarta.RequiresRole;
import io.bearergate.jakarta.RequiresScope;
import jakarta.servlet.Servlet;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.ReflectionUtils;

/**
 * Annotations of ours where nobody asks for what they say: on a controller, say. The filter asks
 * for those of servlets and JAX-RS for those of resources.
 */
final class UnaskedAnnotations {

  private static final List<Class<? extends Annotation>> OURS =
      List.of(
          RequiresScope.class,
          RequiresPermission.class,
          RequiresRole.class,
          RequiresAcr.class,
          RequiresMaxAge.class);
  private static final List<String> OF_RESOURCES =
      List.of("jakarta.ws.rs.Path", "jakarta.ws.rs.HttpMethod");

  private UnaskedAnnotations() {}

  /** The first class or method of a bean that has one. */
  static Optional<AnnotatedElement> on(Class<?> bean) {
    if (Servlet.class.isAssignableFrom(bean)
        || bean.getName().startsWith("org.springframework.")
        || !AnnotationUtils.isCandidateClass(bean, OURS)) {
      return Optional.empty();
    }
    List<AnnotatedElement> elements = elements(bean);
    return elements.stream().anyMatch(UnaskedAnnotations::isOfResource)
        ? Optional.empty()
        : elements.stream().filter(UnaskedAnnotations::hasOurs).findFirst();
  }

  private static List<AnnotatedElement> elements(Class<?> bean) {
    return Stream.concat(Stream.<AnnotatedElement>of(bean), Stream.of(methods(bean))).toList();
  }

  /** None where a class is missing: nobody could call them by reflection, as Spring does. */
  private static Method[] methods(Class<?> bean) {
    try {
      return ReflectionUtils.getUniqueDeclaredMethods(bean);
    } catch (IllegalStateException e) {
      return new Method[0];
    }
  }

  private static boolean isOfResource(AnnotatedElement element) {
    MergedAnnotations annotations = all(element);
    return OF_RESOURCES.stream().anyMatch(annotations::isPresent);
  }

  private static boolean hasOurs(AnnotatedElement element) {
    MergedAnnotations annotations = all(element);
    return OURS.stream().anyMatch(annotations::isPresent);
  }

  private static MergedAnnotations all(AnnotatedElement element) {
    return MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY);
  }
}
