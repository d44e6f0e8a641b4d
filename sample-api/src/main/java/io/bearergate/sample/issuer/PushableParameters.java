package io.bearergate.sample.issuer;

import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which parameters of a pushed request are kept: those that mean something, and a few extras. */
final class PushableParameters {

  private static final String EXTRA = "ext-";
  private static final int MOST_EXTRAS = 10;

  /** What the SDK does not know: from RFC 8707's forerunner and Auth0. */
  private static final Set<String> OURS =
      Set.of("audience", "connection", "organization", "invitation");

  private PushableParameters() {}

  /** Never a credential; and always the client's name, which may have stood in a header. */
  static Parameters of(Parameters form, Client client) {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    form.values().entrySet().stream()
        .filter(entry -> hasMeaning(entry.getKey()))
        .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    form.values().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(EXTRA))
        .limit(MOST_EXTRAS)
        .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    kept.put("client_id", List.of(client.id()));
    return new Parameters(kept);
  }

  private static boolean hasMeaning(String name) {
    return OURS.contains(name)
        || AuthenticationRequest.getRegisteredParameterNames().contains(name);
  }
}
