package io.bearergate.sample.issuer;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One JSON object of the fixture file, read with types. */
record Fixture(Map<String, Object> members) {

  String text(String name) {
    return optionalText(name).orElseThrow(() -> new IllegalStateException("fixture lacks " + name));
  }

  Optional<String> optionalText(String name) {
    return Optional.ofNullable(members.get(name)).map(String.class::cast);
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(members.get(name));
  }

  Set<String> words(String name) {
    return asWords(members.getOrDefault(name, List.of()));
  }

  /** The same with one more word in a list. */
  Fixture with(String name, String word) {
    Set<String> words = words(name);
    words.add(word);
    return with(Map.of(name, List.copyOf(words)));
  }

  /** The same with other members. */
  Fixture with(Map<String, ?> others) {
    Map<String, Object> changed = new LinkedHashMap<>(members);
    changed.putAll(others);
    return new Fixture(changed);
  }

  Map<String, Set<String>> wordsByName(String name) {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    member(name).members().forEach((key, list) -> found.put(key, asWords(list)));
    return found;
  }

  Fixture member(String name) {
    return asFixture(members.getOrDefault(name, Map.of()));
  }

  List<Fixture> list(String name) {
    return ((List<?>) members.getOrDefault(name, List.of()))
        .stream().map(Fixture::asFixture).toList();
  }

  private static Fixture asFixture(Object object) {
    Map<String, Object> typed = new LinkedHashMap<>();
    ((Map<?, ?>) object).forEach((key, value) -> typed.put((String) key, value));
    return new Fixture(typed);
  }

  private static Set<String> asWords(Object list) {
    Set<String> words = new LinkedHashSet<>();
    ((List<?>) list).forEach(word -> words.add((String) word));
    return words;
  }
}
