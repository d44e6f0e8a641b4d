package io.bearergate.sender;

import io.bearergate.http.RequestView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a proxy says which scheme, host and port the client asked for. Never a path prefix: proxies
 * that do not know {@code X-Forwarded-Prefix} hand on the client's.
 */
public enum ForwardedForm {
  /** {@code Forwarded}: the element of the outermost proxy that is trusted (RFC 7239 §4). */
  RFC7239,
  /**
   * {@code X-Forwarded-Proto} and {@code X-Forwarded-Host}, one value each. {@code -Port} is not
   * read: where a proxy does not set it, it is the client's.
   */
  X_FORWARDED;

  private static final int LONGEST = 8192;
  private static final Pattern SCHEME = Pattern.compile("https?", Pattern.CASE_INSENSITIVE);
  private static final Pattern HOST =
      Pattern.compile("(?:[A-Za-z0-9._-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");

  /**
   * What the client asked for, as {@code https://api.example.com:8443}.
   *
   * @return empty if it is not said, not once, or not in form
   */
  Optional<String> origin(RequestView request, ProxyAddresses trusted) {
    return this == RFC7239
        ? ofElements(String.join(",", request.headers("Forwarded")), trusted)
        : origin(request.headers("X-Forwarded-Proto"), request.headers("X-Forwarded-Host"));
  }

  private static Optional<String> ofElements(String field, ProxyAddresses trusted) {
    List<Map<String, List<String>>> elements =
        field.length() > LONGEST ? List.of() : FieldElements.of(field);
    if (elements.isEmpty() || elements.stream().anyMatch(ForwardedForm::saysTwice)) {
      return Optional.empty();
    }
    int outermost = elements.size() - 1; // each proxy adds its own behind those before
    while (outermost > 0 && trusted.contain(neighbour(elements.get(outermost)))) {
      outermost--;
    }
    Map<String, List<String>> element = elements.get(outermost);
    return origin(
        element.getOrDefault("proto", List.of()), element.getOrDefault("host", List.of()));
  }

  private static Optional<String> origin(List<String> schemes, List<String> hosts) {
    boolean inForm =
        schemes.size() == 1
            && hosts.size() == 1
            && SCHEME.matcher(schemes.get(0)).matches()
            && HOST.matcher(hosts.get(0)).matches();
    return inForm ? Optional.of(schemes.get(0) + "://" + hosts.get(0)) : Optional.empty();
  }

  private static boolean saysTwice(Map<String, List<String>> element) {
    return element.values().stream().anyMatch(values -> values.size() > 1);
  }

  /** Who the proxy of this element was asked by, without a port (RFC 7239 §6). */
  private static String neighbour(Map<String, List<String>> element) {
    String node = element.getOrDefault("for", List.of("unknown")).get(0);
    return node.replaceFirst("^(\\[[^\\]]*]|[^:]*):[^:]*$", "$1");
  }
}
