package io.bearergate.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of certificates, and perhaps keys: PEM (RFC 7468) or PKCS #12 (RFC 7292). Complaints are
 * {@link IllegalArgumentException}s that hold nothing of the content. Immutable.
 */
final class CertificateFile {

  private final byte[] content;
  private final Optional<String> password;

  CertificateFile(byte[] content, Optional<String> password) {
    this.content = content.clone();
    this.password = password;
  }

  boolean isPem() {
    return text().contains("-----BEGIN ");
  }

  private String text() {
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  /** The blocks of PEM, which wants no password. */
  List<PemText.Block> blocks() {
    if (password.isPresent()) {
      throw new IllegalArgumentException("is PEM, which has no password. Leave the password out.");
    }
    return PemText.blocks(text());
  }

  List<X509Certificate> certificates() {
    List<X509Certificate> found = new ArrayList<>();
    for (PemText.Block block : blocks()) {
      if (block.label().equals("CERTIFICATE")) {
        found.add(certificate(block, found.size() + 1));
      }
    }
    return found;
  }

  private static X509Certificate certificate(PemText.Block block, int number) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(block.der()));
    } catch (CertificateException | RuntimeException e) {
      throw new IllegalArgumentException("holds a malformed certificate, number " + number + ".");
    }
  }

  KeyStore pkcs12() {
    KeyStore store = emptyStore();
    try {
      store.load(new ByteArrayInputStream(content), password.map(String::toCharArray).orElse(null));
      return store;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          e.getCause() instanceof UnrecoverableKeyException
              ? "cannot be opened with this password."
              : "is neither PEM nor PKCS #12.");
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("cannot be opened: this JVM lacks what it is made with.");
    }
  }

  static KeyStore emptyStore() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has PKCS12", e);
    }
  }

  char[] secret() {
    return password.orElse("").toCharArray();
  }

  /** Now, by the clock that TLS goes by too. */
  static boolean isCurrent(X509Certificate certificate) {
    try {
      certificate.checkValidity();
      return true;
    } catch (CertificateException e) {
      return false;
    }
  }
}
