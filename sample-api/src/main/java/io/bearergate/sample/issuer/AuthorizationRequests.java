package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.rar.AuthorizationType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;

/** In how many ways an authorization request can come: plainly, signed, pushed, and both. */
record AuthorizationRequests(
    MockAuthorizationServer.Parts parts,
    AskReader reader,
    RequestObjectRules rules,
    PushEndpoint pushEndpoint) {

  static AuthorizationRequests of(MockAuthorizationServer.Parts parts, IssuerOptions options) {
    Registry registry = parts.registry();
    RequestObjectRules rules =
        new RequestObjectRules(parts.address(), parts.clock(), options.has(Feature.STRICT_JAR));
    SentRequests requests =
        new SentRequests(
            new PushedRequests(parts.clock()), new RequestObjects(registry.requestKeys(), rules));
    AskReader reader = new AskReader(registry, requests, options.errors());
    return new AuthorizationRequests(
        parts,
        reader,
        rules,
        new PushEndpoint(
            new BackChannel(parts.clients()), requests, reader, options.has(Feature.PUBLIC_PAR)));
  }

  /** Says so in the metadata (RFC 9126 §5, RFC 9101 §10.5, RFC 9396 §10). */
  void describe(OIDCProviderMetadata metadata) {
    metadata.setPushedAuthorizationRequestEndpointURI(parts.address().at(PushEndpoint.PATH));
    metadata.requiresPushedAuthorizationRequests(false);
    metadata.setSupportsRequestParam(true);
    metadata.setSupportsRequestURIParam(false); // but for what has been pushed
    metadata.setRequestObjectJWSAlgs(rules.algorithms());
    metadata.setAuthorizationDetailsTypes(
        parts.registry().apis().values().stream()
            .flatMap(api -> api.detailTypes().stream())
            .sorted()
            .map(AuthorizationType::new)
            .toList());
  }
}
