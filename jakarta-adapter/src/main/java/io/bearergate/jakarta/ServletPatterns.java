package io.bearergate.jakarta;

import jakarta.servlet.ServletRegistration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which servlet a path goes to (Servlet §12.1), by the patterns of those known. Thread-safe. */
final class ServletPatterns {

  private final Map<String, String> names = new HashMap<>();

  ServletPatterns(Map<String, ? extends ServletRegistration> servlets) {
    servlets.forEach(
        (name, servlet) ->
            Stream.ofNullable(servlet.getMappings())
                .flatMap(mappings -> mappings.stream())
                .forEach(pattern -> names.put(pattern, name)));
  }

  /** The name of the servlet at a path within the application. */
  Optional<String> servletAt(String path) {
    return candidates(path).stream()
        .flatMap(pattern -> Stream.ofNullable(names.get(pattern)))
        .findFirst();
  }

  /** The path itself, what it is below, the longest first, its extension, and everything. */
  private static List<String> candidates(String path) {
    List<String> patterns = new ArrayList<>();
    patterns.add(path.equals("/") ? "" : path);
    for (int end = path.length(); end >= 0; end = path.lastIndexOf('/', end - 1)) {
      patterns.add(path.substring(0, end) + "/*");
    }
    int dot = path.lastIndexOf('.');
    if (dot > path.lastIndexOf('/')) {
      patterns.add("*" + path.substring(dot));
    }
    patterns.add("/");
    return patterns;
  }
}
