package io.bearergate;

import io.bearergate.config.GateConfig;
import io.bearergate.config.ProtectedResource;
import io.bearergate.http.RequestView;
import io.bearergate.sender.SenderRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Protected resource metadata (RFC 9728 §2), from the settings alone: nothing of it depends on the
 * request, its Host least of all. Immutable.
 *
 * @param path where it is served
 */
record ResourceDocument(String path, Decision.Publish answer) {

  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  /** The document; empty where none is to be published. */
  static Optional<ResourceDocument> of(GateConfig config) {
    return config
        .resource()
        .map(
            resource ->
                new ResourceDocument(
                    resource.path(), new Decision.Publish(json(config, resource))));
  }

  boolean isAskedFor(RequestView request) {
    return METHODS.contains(request.method()) && path.equals(request.path());
  }

  private static String json(GateConfig config, ProtectedResource resource) {
    List<String> issuers =
        config.issuers().stream().map(GateConfig.TrustedIssuer::identifier).toList();
    return "{\"resource\":"
        + text(resource.identifier())
        + listed("authorization_servers", issuers)
        + ",\"bearer_methods_supported\":[\"header\"],\"resource_name\":"
        + text(config.realm())
        + listed("scopes_supported", config.policy().scopes())
        + listed(
            "authorization_details_types_supported", config.policy().authorizationDetailsTypes())
        + senders(config.sender())
        + "}";
  }

  private static String senders(SenderRules sender) {
    List<String> algorithms =
        sender.dpop().use() == SenderRules.Use.OFF
            ? List.of()
            : sender.dpop().algorithms().stream().map(Enum::name).toList();
    return listed("dpop_signing_alg_values_supported", algorithms)
        + ",\"dpop_bound_access_tokens_required\":"
        + (sender.dpop().use() == SenderRules.Use.REQUIRED)
        + ",\"tls_client_certificate_bound_access_tokens\":"
        + sender.certificates();
  }

  /** RFC 9728 §3.2: a member without values is left out. */
  private static String listed(String name, List<String> values) {
    return values.isEmpty() ? "" : ",\"" + name + "\":" + list(values);
  }

  private static String list(List<String> values) {
    return values.stream().map(ResourceDocument::text).collect(Collectors.joining(",", "[", "]"));
  }

  /** No setting in it can hold a control character. */
  private static String text(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
