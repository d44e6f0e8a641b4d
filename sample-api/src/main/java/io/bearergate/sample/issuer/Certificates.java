package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The certificates of the fixture clients, made anew whenever the mock starts. Those with {@code
 * tls_client_auth} get theirs from its authority; those with {@code self_signed_tls_client_auth}
 * register two, so that one can follow the other.
 *
 * @param byClient the current one first
 */
public record Certificates(CertificateAuthority authority, Map<String, List<Identity>> byClient) {

  static Certificates make(Registry registry) {
    CertificateAuthority authority = CertificateAuthority.named("CN=Bearergate mock CA");
    Map<String, List<Identity>> byClient = new HashMap<>();
    for (Client client : registry.clients().values()) {
      if (client.authenticatesBy(ClientAuthenticationMethod.TLS_CLIENT_AUTH)) {
        String subject = client.certificateSubject().orElseThrow().getName();
        byClient.put(client.id(), List.of(authority.issue(subject)));
      }
      if (client.authenticatesBy(ClientAuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH)) {
        byClient.put(client.id(), List.of(selfSigned(client), selfSigned(client)));
      }
    }
    return new Certificates(authority, Map.copyOf(byClient));
  }

  private static Identity selfSigned(Client client) {
    return CertificateAuthority.selfSigned("CN=" + client.id());
  }

  /**
   * The current certificate of a fixture client.
   *
   * @throws IllegalArgumentException if it has none
   */
  public Identity of(String clientId) {
    if (!byClient.containsKey(clientId)) {
      throw new IllegalArgumentException(clientId + " has no certificate");
    }
    return byClient.get(clientId).get(0);
  }

  boolean areRegistered(String clientId, X509Certificate certificate) {
    return byClient.getOrDefault(clientId, List.of()).stream()
        .anyMatch(identity -> identity.certificate().equals(certificate));
  }
}
