package io.bearergate.sample.issuer;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.ciba.BackChannelTokenDeliveryMode;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the server says of itself (OpenID Connect Discovery, RFC 8414): only what it can do. */
final class Metadata {

  static final String OPENID_PATH = "/.well-known/openid-configuration";
  static final String OAUTH_PATH = "/.well-known/oauth-authorization-server";
  static final String JWKS_PATH = "/.well-known/jwks.json";

  private Metadata() {}

  static String of(
      MockAuthorizationServer.Parts parts, List<Grant> grants, AuthorizationRequests requests) {
    OIDCProviderMetadata metadata =
        new OIDCProviderMetadata(
            parts.address().issuer(), List.of(SubjectType.PUBLIC), parts.address().at(JWKS_PATH));
    nameEndpoints(metadata, parts.address());
    sayWhatIsSupported(metadata, parts.registry());
    nameGrantEndpoints(metadata, parts.address(), grants);
    TokenLife.describe(metadata, parts);
    // What /authorize itself hands out counts as a grant, too (RFC 8414 §2).
    metadata.setGrantTypes(
        Stream.concat(grants.stream().map(Grant::type), Stream.of(GrantType.IMPLICIT)).toList());
    requests.describe(metadata);
    metadata.setTokenEndpointAuthMethods(parts.clients().methods());
    metadata.setTokenEndpointJWSAlgs(SignedAssertion.ALGORITHMS);
    metadata.setDPoPJWSAlgs(DpopProofs.ALGORITHMS);
    parts.mutualTls().ifPresent(tls -> tls.describe(metadata));
    return metadata.toJSONObject().toJSONString();
  }

  private static void nameEndpoints(OIDCProviderMetadata metadata, IssuerAddress address) {
    metadata.setAuthorizationEndpointURI(address.at(AuthorizeEndpoint.PATH));
    metadata.setTokenEndpointURI(address.at(TokenEndpoint.PATH));
    metadata.setUserInfoEndpointURI(address.at(UserInfoEndpoint.PATH));
  }

  /** What only some grants have. */
  private static void nameGrantEndpoints(
      OIDCProviderMetadata metadata, IssuerAddress address, List<Grant> grants) {
    Set<GrantType> types = grants.stream().map(Grant::type).collect(Collectors.toSet());
    if (types.contains(GrantType.DEVICE_CODE)) {
      metadata.setDeviceAuthorizationEndpointURI(address.at(DeviceEndpoint.PATH));
    }
    if (types.contains(GrantType.CIBA)) {
      metadata.setBackChannelAuthenticationEndpointURI(address.at(BackchannelEndpoint.PATH));
      metadata.setBackChannelTokenDeliveryModes(List.of(BackChannelTokenDeliveryMode.POLL));
      metadata.setSupportsBackChannelUserCodeParam(false);
    }
    if (types.contains(OtpGrant.TYPE)) {
      metadata.setCustomParameter(
          "mfa_challenge_endpoint", address.at(MfaChallengeEndpoint.PATH).toString());
    }
  }

  private static void sayWhatIsSupported(OIDCProviderMetadata metadata, Registry registry) {
    metadata.setResponseTypes(new ResponseRules(registry).supported());
    metadata.setResponseModes(List.of(ResponseMode.QUERY, ResponseMode.FORM_POST));
    metadata.setCodeChallengeMethods(List.of(CodeChallengeMethod.S256));
    metadata.setIDTokenJWSAlgs(List.of(JWSAlgorithm.RS256));
    metadata.setSupportsAuthorizationResponseIssuerParam(true);
    metadata.setScopes(scopes(registry));
    metadata.setClaims(
        Stream.concat(
                Stream.of("iss", "sub", "aud", "exp", "iat", "nonce", "auth_time", "sid"),
                UserClaims.names().stream())
            .toList());
  }

  private static Scope scopes(Registry registry) {
    return new Scope(
        Stream.concat(
                Stream.concat(
                    Stream.of(ScopePolicy.OFFLINE_ACCESS), ScopePolicy.OPENID_SCOPES.stream()),
                registry.apis().values().stream().flatMap(api -> api.scopes().stream()))
            .sorted()
            .toArray(String[]::new));
  }
}
