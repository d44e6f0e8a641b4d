package io.bearergate.sender;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A header of elements with a comma between, each of {@code name=value} with a semicolon between:
 * {@code Forwarded} (RFC 7239 §4) and Envoy's {@code X-Forwarded-Client-Cert}. A value that holds
 * one of these is quoted. For one thread.
 */
final class FieldElements {

  private static final char END = '\0';

  private final String text;
  private int at;

  private FieldElements(String text) {
    this.text = text;
  }

  /**
   * The elements in order, names in lower case, each with all its values.
   *
   * @return empty if anything is malformed, or there is nothing
   */
  static List<Map<String, List<String>>> of(String text) {
    try {
      return new FieldElements(text).elements();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private List<Map<String, List<String>>> elements() {
    List<Map<String, List<String>>> elements = new ArrayList<>();
    do {
      Map<String, List<String>> element = new HashMap<>();
      do {
        skipSpace();
        String name = plain().toLowerCase(Locale.ROOT);
        demand(!name.isEmpty() && next() == '=');
        at++;
        element.computeIfAbsent(name, any -> new ArrayList<>()).add(value());
        skipSpace();
      } while (goesOnAfter(';'));
      elements.add(element);
    } while (goesOnAfter(','));
    demand(at == text.length());
    return elements;
  }

  private String value() {
    return next() == '"' ? quoted() : plain();
  }

  private String plain() {
    int start = at;
    while (next() > ' ' && next() <= '~' && ",;=\"".indexOf(next()) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    at++;
    while (next() != '"') {
      at += next() == '\\' ? 1 : 0;
      demand(next() >= ' ' && next() <= '~');
      value.append(next());
      at++;
    }
    at++;
    return value.toString();
  }

  private boolean goesOnAfter(char separator) {
    boolean more = next() == separator;
    at += more ? 1 : 0;
    return more;
  }

  private void skipSpace() {
    while (next() == ' ' || next() == '\t') {
      at++;
    }
  }

  private char next() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private static void demand(boolean inForm) {
    if (!inForm) {
      throw new IllegalArgumentException("malformed");
    }
  }
}
