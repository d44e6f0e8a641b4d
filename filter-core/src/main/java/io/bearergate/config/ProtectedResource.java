package io.bearergate.config;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * This API as its metadata names it (RFC 9728 §1.2). Immutable.
 *
 * @param identifier an {@code https} address, or {@code http} on the loopback, without query and
 *     fragment; exactly as configured
 * @param contextPath where the application is deployed, decoded; empty for the root
 */
public record ProtectedResource(String identifier, String contextPath) {

  private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

  /** Where its metadata is served, as the container decodes it and without the context path. */
  public String path() {
    return WELL_KNOWN + below(URI.create(identifier).getPath());
  }

  /**
   * Where clients find it: on the root context the well-known path is inserted before that of the
   * resource (RFC 9728 §3.1); elsewhere all of it stands behind the context path.
   */
  public String address() {
    URI resource = URI.create(identifier);
    return resource.getScheme()
        + "://"
        + resource.getRawAuthority()
        + encoded(contextPath)
        + WELL_KNOWN
        + below(resource.getRawPath());
  }

  /** The slash behind the host alone does not count. */
  private static String below(String path) {
    return path.equals("/") ? "" : path;
  }

  private static String encoded(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("The context path is none", e);
    }
  }
}
