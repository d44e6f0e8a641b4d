package io.bearergate.sample.issuer;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.util.List;

/** What becomes of tokens and logins later: they are asked about, given back, ended. */
final class TokenLife {

  private TokenLife() {}

  static List<Endpoint> endpoints(MockAuthorizationServer.Parts parts, Sessions sessions) {
    BackChannel channel = new BackChannel(parts.clients());
    return List.of(
        new RevocationEndpoint(channel, parts.responses()),
        new IntrospectionEndpoint(channel, parts),
        new LogoutEndpoint(
            new GoodbyeReader(parts.registry(), parts.keys()), sessions, LogoutTeller.of(parts)));
  }

  static void describe(OIDCProviderMetadata metadata, MockAuthorizationServer.Parts parts) {
    List<ClientAuthenticationMethod> methods = parts.clients().methods();
    metadata.setRevocationEndpointURI(parts.address().at(RevocationEndpoint.PATH));
    metadata.setRevocationEndpointAuthMethods(methods);
    metadata.setIntrospectionEndpointURI(parts.address().at(IntrospectionEndpoint.PATH));
    metadata.setIntrospectionEndpointAuthMethods(
        methods.stream()
            .filter(method -> !method.equals(ClientAuthenticationMethod.NONE))
            .toList());
    metadata.setCustomParameter(
        "introspection_signing_alg_values_supported", List.of(JWSAlgorithm.RS256.getName()));
    metadata.setEndSessionEndpointURI(parts.address().at(LogoutEndpoint.PATH));
    metadata.setSupportsBackChannelLogout(true);
    metadata.setSupportsBackChannelLogoutSession(true);
  }
}
