package io.bearergate.sample.issuer;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** Whether an authority has issued a certificate, and whether it is current (RFC 5280 §6). */
record CertificateChain(X509Certificate authority, InstantSource clock) {

  boolean holds(X509Certificate certificate) {
    try {
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)),
              parameters());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private PKIXParameters parameters() throws GeneralSecurityException {
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
    // This authority lives as long as the process and has no revocation list.
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(clock.instant()));
    return parameters;
  }
}
