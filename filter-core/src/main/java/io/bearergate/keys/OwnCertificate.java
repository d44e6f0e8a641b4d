package io.bearergate.keys;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** Our certificate and its private key, for issuers that ask for one. Immutable. */
public final class OwnCertificate {

  private final KeyManagerFactory factory;

  private OwnCertificate(KeyManagerFactory factory) {
    this.factory = factory;
  }

  /**
   * Reads PEM, our certificate first and those that vouch for it behind, or PKCS #12.
   *
   * @throws IllegalArgumentException if it cannot serve; the message completes the name of the file
   *     and holds nothing of its content
   */
  public static OwnCertificate parse(byte[] content, Optional<String> password) {
    CertificateFile file = new CertificateFile(content, password);
    try {
      KeyStore store = file.isPem() ? ofPem(file) : file.pkcs12();
      check(store);
      KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
      factory.init(store, file.secret());
      return new OwnCertificate(factory);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("holds a key that cannot be read or used.");
    }
  }

  private static KeyStore ofPem(CertificateFile file) throws GeneralSecurityException {
    KeyStore store = CertificateFile.emptyStore();
    List<X509Certificate> chain = file.certificates();
    List<PemText.Block> keys =
        file.blocks().stream().filter(block -> block.label().endsWith("PRIVATE KEY")).toList();
    if (keys.size() != 1 || chain.isEmpty()) {
      throw new IllegalArgumentException(
          "holds %d private keys and %d certificates. Give it one key, and its certificate."
              .formatted(keys.size(), chain.size()));
    }
    PrivateKey key = privateKey(keys.get(0));
    checkPair(key, chain.get(0).getPublicKey());
    store.setKeyEntry("own", key, file.secret(), chain.toArray(Certificate[]::new));
    return store;
  }

  private static PrivateKey privateKey(PemText.Block block) {
    try {
      return PrivateKeyText.pkcs8(block);
    } catch (UnfitKey e) {
      throw new IllegalArgumentException("holds a key that " + e.getMessage() + ".");
    }
  }

  private static void checkPair(PrivateKey key, PublicKey certified)
      throws GeneralSecurityException {
    if (!key.getAlgorithm().equals(certified.getAlgorithm()) || !verifies(key, certified)) {
      throw new IllegalArgumentException(
          "has as its first certificate one of another key. Put that of its own key first.");
    }
  }

  private static boolean verifies(PrivateKey key, PublicKey certified)
      throws GeneralSecurityException {
    String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    Signature signer = Signature.getInstance(algorithm);
    signer.initSign(key);
    byte[] signature = signer.sign();
    signer.initVerify(certified);
    return signer.verify(signature);
  }

  private static void check(KeyStore store) throws GeneralSecurityException {
    boolean any = false;
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)
          && store.getCertificate(alias) instanceof X509Certificate certificate) {
        any = true;
        if (!CertificateFile.isCurrent(certificate)) {
          throw new IllegalArgumentException("holds a certificate that is not valid now.");
        }
      }
    }
    if (!any) {
      throw new IllegalArgumentException(
          "holds no private key with its certificate, or wants key-store-password.");
    }
  }

  KeyManager[] managers() {
    return factory.getKeyManagers();
  }
}
