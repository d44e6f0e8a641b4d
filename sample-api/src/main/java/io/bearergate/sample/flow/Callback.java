package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What a browser brings to a client's redirect URI.
 *
 * @param parameters of the query, or of the form if it was posted
 * @param posted whether it came as a form (OAuth 2.0 Form Post Response Mode)
 */
public record Callback(URI redirectUri, Map<String, List<String>> parameters, boolean posted) {

  /** Copies the parameters. */
  public Callback {
    parameters = Map.copyOf(parameters);
  }

  /** One that came by a redirect. */
  public static Callback of(URI arrivedAt) {
    return new Callback(arrivedAt, URLUtils.parseParameters(arrivedAt.getRawQuery()), false);
  }

  /** One that came as a form. */
  public static Callback posted(URI redirectUri, Map<String, List<String>> fields) {
    return new Callback(redirectUri, fields, true);
  }
}
