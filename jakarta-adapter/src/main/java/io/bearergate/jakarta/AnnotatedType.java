package io.bearergate.jakarta;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What annotations ask where a method of a class is called, with all that it inherits. The nearest
 * counts: of the class itself, of its interfaces, of its superclass, of that one's interfaces, and
 * so on; on the way, a method counts before the type that declares it. A method that is found
 * beyond a type with annotations of its own does not lift these: both must be met.
 *
 * @param levels the types, nearest first; those of one level stand side by side
 */
record AnnotatedType(List<List<Class<?>>> levels) {

  AnnotatedType {
    levels = List.copyOf(levels);
  }

  /**
   * @param type whose superclasses are looked at, up to one of {@code beyond} or {@link Object}
   */
  static AnnotatedType of(Class<?> type, Class<?>... beyond) {
    Set<Class<?>> passed = new LinkedHashSet<>(List.of(beyond));
    List<List<Class<?>>> levels = new ArrayList<>();
    for (Class<?> at = type; at != null && at != Object.class && passed.add(at); ) {
      levels.add(List.of(at));
      List<Class<?>> interfaces = new ArrayList<>();
      addInterfaces(at, interfaces, passed);
      levels.add(interfaces);
      at = at.getSuperclass();
    }
    return new AnnotatedType(levels);
  }

  private static void addInterfaces(
      Class<?> type, List<Class<?>> interfaces, Set<Class<?>> passed) {
    for (Class<?> one : type.getInterfaces()) {
      if (passed.add(one)) {
        interfaces.add(one);
        addInterfaces(one, interfaces, passed);
      }
    }
  }

  /** What is asked where no method says otherwise. */
  Asked whole() {
    return levels.stream()
        .flatMap(level -> together(level).stream())
        .findFirst()
        .orElse(Asked.NOTHING);
  }

  /** What is asked where this method is called, by its own annotations or those of types. */
  Asked of(String name, Class<?>... parameters) {
    return ofMethod(name, parameters).orElseGet(this::whole);
  }

  /** Empty where no annotation stands on the method, here or where it is inherited from. */
  Optional<Asked> ofMethod(String name, Class<?>... parameters) {
    Optional<Asked> nearer = Optional.empty();
    for (List<Class<?>> level : levels) {
      List<Method> methods =
          level.stream().flatMap(type -> methods(type, name, parameters)).toList();
      Optional<Asked> method = together(methods);
      if (method.isPresent()) {
        Optional<Asked> beside = together(typesWithout(methods, level));
        return Stream.of(method, beside, nearer).flatMap(Optional::stream).reduce(Asked::and);
      }
      if (nearer.isEmpty()) {
        nearer = together(level);
      }
    }
    return Optional.empty();
  }

  /** Interfaces side by side: the method of one does not lift what another asks as a whole. */
  private static List<Class<?>> typesWithout(List<Method> methods, List<Class<?>> level) {
    Set<Class<?>> declaring =
        methods.stream()
            .filter(method -> SecurityAnnotations.on(method).isPresent())
            .map(Method::getDeclaringClass)
            .collect(Collectors.toSet());
    return level.stream().filter(type -> !declaring.contains(type)).toList();
  }

  /** Every method of the types that has annotations of its own. */
  List<Method> annotatedMethods() {
    return types()
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .filter(method -> !method.isBridge() && SecurityAnnotations.on(method).isPresent())
        .toList();
  }

  /** All, nearest first. */
  Stream<Class<?>> types() {
    return levels.stream().flatMap(List::stream);
  }

  private static Optional<Asked> together(Collection<? extends AnnotatedElement> elements) {
    return elements.stream()
        .flatMap(element -> SecurityAnnotations.on(element).stream())
        .reduce(Asked::and);
  }

  /** Exactly that one; else, of a generic supertype, those that a call may come by. */
  private static Stream<Method> methods(Class<?> type, String name, Class<?>[] parameters) {
    List<Method> named =
        Stream.of(type.getDeclaredMethods())
            .filter(method -> method.getName().equals(name) && isInherited(method))
            .toList();
    List<Method> exact =
        named.stream()
            .filter(method -> Arrays.equals(method.getParameterTypes(), parameters))
            .toList();
    return exact.isEmpty()
        ? named.stream().filter(method -> takes(method, parameters))
        : exact.stream();
  }

  private static boolean isInherited(Method method) {
    return !method.isBridge()
        && (method.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC)) == 0;
  }

  private static boolean takes(Method method, Class<?>[] parameters) {
    Class<?>[] taken = method.getParameterTypes();
    boolean fits = taken.length == parameters.length;
    for (int i = 0; fits && i < taken.length; i++) {
      fits = taken[i].isAssignableFrom(parameters[i]);
    }
    return fits;
  }
}
