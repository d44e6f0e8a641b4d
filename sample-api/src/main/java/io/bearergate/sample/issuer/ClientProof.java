package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.PKITLSClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.auth.SelfSignedTLSClientAuthentication;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether what a client presents proves that it is that client; one for each kind of credential.
 */
interface ClientProof {

  /** Empty for a client that does not exist: the answer takes as long and is the same. */
  boolean holds(Optional<Client> client, ClientAuthentication presented);

  /** Every kind there is, as far as certificates are seen. */
  static Map<ClientAuthenticationMethod, ClientProof> all(
      AssertionClaims expected, Optional<MutualTls> mutualTls) {
    Map<ClientAuthenticationMethod, ClientProof> proofs = new LinkedHashMap<>();
    proofs.put(ClientAuthenticationMethod.CLIENT_SECRET_BASIC, new Secret());
    proofs.put(ClientAuthenticationMethod.CLIENT_SECRET_POST, new Secret());
    proofs.put(
        ClientAuthenticationMethod.PRIVATE_KEY_JWT,
        new SignedAssertion(Fixtures.publicKeys("assertion"), expected));
    mutualTls.ifPresent(tls -> proofs.putAll(tls.proofs()));
    return proofs;
  }

  /** A certificate of the authority's with the client's own name in it (RFC 8705 §2.1). */
  record CertificateSubject() implements ClientProof {

    @Override
    public boolean holds(Optional<Client> client, ClientAuthentication presented) {
      return presented instanceof PKITLSClientAuthentication pki
          && client
              .flatMap(Client::certificateSubject)
              .filter(pki.getClientX509Certificate().getSubjectX500Principal()::equals)
              .isPresent();
    }
  }

  /** The very certificate that the client has registered (RFC 8705 §2.2). */
  record RegisteredCertificate(Certificates certificates) implements ClientProof {

    @Override
    public boolean holds(Optional<Client> client, ClientAuthentication presented) {
      return presented instanceof SelfSignedTLSClientAuthentication selfSigned
          && client
              .filter(
                  known ->
                      certificates.areRegistered(known.id(), selfSigned.getClientX509Certificate()))
              .isPresent();
    }
  }

  /** A shared secret, in the header or in the body. */
  record Secret() implements ClientProof {

    private static final Digest NOBODYS = Digest.of(Handles.random());

    @Override
    public boolean holds(Optional<Client> client, ClientAuthentication presented) {
      Digest kept = client.flatMap(Client::secret).orElse(NOBODYS);
      return presented instanceof PlainClientSecret plain
          && kept.fits(plain.getClientSecret().getValue());
    }
  }
}
