package io.bearergate.keys;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What authorization server metadata (RFC 8414 §2, OpenID Connect Discovery §3) says of keys.
 *
 * @param issuer as written; null if it names none
 * @param jwksUri an address that may be called
 */
record MetadataDocument(@Nullable String issuer, @Nullable String jwksUri) {

  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final String RFC_8414 = "/.well-known/oauth-authorization-server";
  private static final int MOST_CHARS_SHOWN = 200;

  /**
   * Where an issuer's metadata may be: each well-known path appended to the issuer (Discovery §4)
   * and inserted before the issuer's own path (RFC 8414 §3). A trailing slash is dropped first.
   */
  static List<URI> places(URI issuer) {
    String origin = issuer.getScheme() + "://" + issuer.getRawAuthority();
    String path = issuer.getRawPath() == null ? "" : issuer.getRawPath();
    String base = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    Set<URI> places = new LinkedHashSet<>();
    places.add(URI.create(origin + base + DISCOVERY));
    places.add(URI.create(origin + RFC_8414 + base));
    places.add(URI.create(origin + DISCOVERY + base));
    places.add(URI.create(origin + base + RFC_8414));
    return List.copyOf(places);
  }

  static MetadataDocument parse(String json) throws BadAnswer {
    Map<String, Object> members = JwksDocument.object(json);
    return new MetadataDocument(text(members.get("issuer")), text(members.get("jwks_uri")));
  }

  private static @Nullable String text(@Nullable Object member) {
    return member instanceof String text ? text : null;
  }

  /** Where the keys are, if that is an address we may call from {@code here}. */
  URI keysNamedFrom(Origin here) throws BadAnswer {
    try {
      URI address = new URI(jwksUri == null ? "" : jwksUri);
      if (Origin.of(address).filter(here::mayName).isPresent()) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw new BadAnswer("has a jwks_uri that is no address");
    }
    throw new BadAnswer("has no jwks_uri with https");
  }

  /** The issuer it names, safe to log: cut, and nothing but printable ASCII. */
  String shownIssuer() {
    if (issuer == null) {
      return "(none)";
    }
    String cut =
        issuer.length() > MOST_CHARS_SHOWN ? issuer.substring(0, MOST_CHARS_SHOWN) : issuer;
    return cut.replaceAll("[^\\x20-\\x7e]", "?");
  }
}
