package io.bearergate.sample.issuer;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.auth.X509CertificateConfirmation;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.dpop.verifiers.InvalidDPoPNonceException;
import com.nimbusds.oauth2.sdk.dpop.verifiers.InvalidDPoPProofException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.util.Optional;

/**
 * What a token request shows to bind its tokens to. Looked at before the grant is: a client that is
 * asked for a nonce comes back with the same code.
 */
record Possession(DpopProofs proofs) {

  /**
   * The key and the certificate, if there are any; however the client has authenticated.
   *
   * @throws GeneralException if there is a proof and it is bad
   */
  Binding shownBy(Client client, HTTPRequest request) throws GeneralException {
    return new Binding(
        key(client, request),
        Optional.ofNullable(request.getClientX509Certificate())
            .filter(certificate -> client.mustShowCertificate())
            .map(X509CertificateConfirmation::of));
  }

  private Optional<JWKThumbprintConfirmation> key(Client client, HTTPRequest request)
      throws GeneralException {
    try {
      Optional<SignedJWT> proof = DpopProofs.in(request);
      return proof.isEmpty()
          ? Optional.empty()
          : Optional.of(proofs.keyOf(request, proof.get(), client.isPublic()));
    } catch (InvalidDPoPNonceException e) {
      throw new GeneralException("another nonce", OAuth2Error.USE_DPOP_NONCE, e);
    } catch (InvalidDPoPProofException e) {
      throw new GeneralException("a bad proof", OAuth2Error.INVALID_DPOP_PROOF, e);
    }
  }
}
