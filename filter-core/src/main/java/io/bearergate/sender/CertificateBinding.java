package io.bearergate.sender;

import io.bearergate.http.RequestView;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** The token's certificate must be the one that the client has shown (RFC 8705 §3). */
final class CertificateBinding {

  private CertificateBinding() {}

  static boolean holds(String thumbprint, RequestView request) {
    return request
        .clientCertificate()
        .flatMap(CertificateBinding::thumbprintOf)
        .filter(own -> Thumbprint.equal(own, thumbprint))
        .isPresent();
  }

  /** RFC 8705 §3.1: over the DER form. */
  private static Optional<String> thumbprintOf(X509Certificate certificate) {
    try {
      return Optional.of(Thumbprint.of(certificate.getEncoded()));
    } catch (CertificateEncodingException e) {
      return Optional.empty();
    }
  }
}
