package io.bearergate.sample.issuer;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** A certificate and the key it is for. */
public record Identity(PrivateKey key, X509Certificate certificate) {

  private static final char[] NO_PASSWORD = {};

  /** For a TLS client that shows this certificate, and trusts servers of {@code authority} only. */
  public SSLContext trusting(X509Certificate authority) {
    return context(this::keyManagers, () -> trust(authority).getTrustManagers());
  }

  /** For a TLS client that shows no certificate, and trusts servers of {@code authority} only. */
  public static SSLContext none(X509Certificate authority) {
    return context(() -> new KeyManager[0], () -> trust(authority).getTrustManagers());
  }

  /** For a TLS server that takes clients with any certificate. */
  SSLContext ofServer() {
    return context(this::keyManagers, () -> new TrustManager[] {new AnyClientCertificate()});
  }

  private KeyManager[] keyManagers() throws GeneralSecurityException {
    KeyStore store = empty();
    store.setKeyEntry("identity", key, NO_PASSWORD, new Certificate[] {certificate});
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, NO_PASSWORD);
    return keys.getKeyManagers();
  }

  private interface Part<T> {
    T make() throws GeneralSecurityException;
  }

  private static SSLContext context(Part<KeyManager[]> keys, Part<TrustManager[]> trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.make(), trust.make(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has TLS", e);
    }
  }

  private static TrustManagerFactory trust(X509Certificate authority)
      throws GeneralSecurityException {
    KeyStore store = empty();
    store.setCertificateEntry("authority", authority);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    return trust;
  }

  private static KeyStore empty() throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, NO_PASSWORD);
      return store;
    } catch (IOException e) {
      throw new IllegalStateException("nothing is read", e);
    }
  }

  /** Never the key. */
  @Override
  public String toString() {
    return certificate.getSubjectX500Principal().getName();
  }
}
