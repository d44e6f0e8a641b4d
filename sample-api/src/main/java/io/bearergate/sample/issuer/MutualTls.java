package io.bearergate.sample.issuer;

import static com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH;
import static com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod.TLS_CLIENT_AUTH;

import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderEndpointMetadata;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that clients with certificates need (RFC 8705): theirs, a listener, and what it proves. */
record MutualTls(Certificates certificates, ListenerHeaders headers, TlsListener listener)
    implements AutoCloseable {

  /** Starts a listener before the server at {@code behind}. */
  static MutualTls start(Registry registry, IssuerAddress behind, InstantSource clock) {
    Certificates certificates = Certificates.make(registry);
    CertificateAuthority authority = certificates.authority();
    ListenerHeaders headers = new ListenerHeaders();
    CertificateChain chain = new CertificateChain(authority.certificate(), clock);
    TlsRelay relay = new TlsRelay(behind, headers, chain);
    return new MutualTls(
        certificates, headers, TlsListener.start(authority.issueToLoopback(), relay));
  }

  Map<ClientAuthenticationMethod, ClientProof> proofs() {
    Map<ClientAuthenticationMethod, ClientProof> proofs = new LinkedHashMap<>();
    proofs.put(TLS_CLIENT_AUTH, new ClientProof.CertificateSubject());
    proofs.put(SELF_SIGNED_TLS_CLIENT_AUTH, new ClientProof.RegisteredCertificate(certificates));
    return proofs;
  }

  /** Says where to call with a certificate, for every endpoint there is (RFC 8705 §5). */
  void describe(OIDCProviderMetadata metadata) {
    OIDCProviderEndpointMetadata aliases = new OIDCProviderEndpointMetadata();
    aliases.setTokenEndpointURI(alias(metadata.getTokenEndpointURI()));
    aliases.setPushedAuthorizationRequestEndpointURI(
        alias(metadata.getPushedAuthorizationRequestEndpointURI()));
    aliases.setDeviceAuthorizationEndpointURI(alias(metadata.getDeviceAuthorizationEndpointURI()));
    aliases.setBackChannelAuthenticationEndpointURI(
        alias(metadata.getBackChannelAuthenticationEndpointURI()));
    aliases.setRevocationEndpointURI(alias(metadata.getRevocationEndpointURI()));
    aliases.setIntrospectionEndpointURI(alias(metadata.getIntrospectionEndpointURI()));
    aliases.setUserInfoEndpointURI(alias(metadata.getUserInfoEndpointURI()));
    metadata.setMtlsEndpointAliases(aliases);
    metadata.setSupportsTLSClientCertificateBoundAccessTokens(true);
  }

  private @Nullable URI alias(@Nullable URI endpoint) {
    return Optional.ofNullable(endpoint)
        .map(known -> listener.address().at(known.getPath()))
        .orElse(null);
  }

  @Override
  public void close() {
    listener.close();
  }
}
