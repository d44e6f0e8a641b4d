package io.bearergate.keys;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** Whom calls to an issuer trust, in place of whom the JVM trusts. Immutable. */
public final class TrustedCertificates {

  private final TrustManagerFactory factory;

  private TrustedCertificates(TrustManagerFactory factory) {
    this.factory = factory;
  }

  /**
   * Reads PEM or PKCS #12.
   *
   * @throws IllegalArgumentException if nobody can be trusted by it; the message completes the name
   *     of the file and holds nothing of its content
   */
  public static TrustedCertificates parse(byte[] content, Optional<String> password) {
    CertificateFile file = new CertificateFile(content, password);
    try {
      KeyStore store = file.isPem() ? ofPem(file) : file.pkcs12();
      check(certificates(store));
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(store);
      return new TrustedCertificates(factory);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("holds what this JVM cannot use.");
    }
  }

  private static KeyStore ofPem(CertificateFile file) throws GeneralSecurityException {
    if (file.blocks().stream().anyMatch(block -> block.label().endsWith("PRIVATE KEY"))) {
      throw new IllegalArgumentException("holds a private key. Give it certificates alone.");
    }
    KeyStore store = CertificateFile.emptyStore();
    for (X509Certificate certificate : file.certificates()) {
      store.setCertificateEntry("trusted-" + store.size(), certificate);
    }
    return store;
  }

  private static List<X509Certificate> certificates(KeyStore store)
      throws GeneralSecurityException {
    List<X509Certificate> found = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.getCertificate(alias) instanceof X509Certificate certificate) {
        found.add(certificate);
      }
    }
    return found;
  }

  /** A bundle may well hold some that have expired. */
  private static void check(List<X509Certificate> certificates) {
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException(
          "holds no certificate to trust. If it is PKCS #12, it wants its password, and"
              + " certificates that keytool -importcert has put in.");
    }
    if (certificates.stream().noneMatch(CertificateFile::isCurrent)) {
      throw new IllegalArgumentException("holds only certificates that are not valid now.");
    }
  }

  TrustManager[] managers() {
    return factory.getTrustManagers();
  }
}
