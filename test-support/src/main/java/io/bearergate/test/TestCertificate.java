package io.bearergate.test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate and its key, for either side of a TLS connection. Immutable. */
public final class TestCertificate {

  /** Of every key store made here. */
  public static final String PASSWORD = "changeit";

  private final TestKey key;
  private final X509Certificate certificate;

  private TestCertificate(TestKey key, X509Certificate certificate) {
    this.key = key;
    this.certificate = certificate;
  }

  /** A new one, of a P-256 key. */
  public static TestCertificate selfSigned() {
    return of(TestKey.generate("ES256", "certified"));
  }

  /** A certificate of an RSA or EC key. */
  public static TestCertificate of(TestKey key) {
    ByteArrayInputStream der = new ByteArrayInputStream(SelfSigned.certificate(key.pair()));
    try {
      return new TestCertificate(
          key, (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(der));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not read a certificate made here", e);
    }
  }

  /** The certificate alone. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** Its DER form. */
  public byte[] der() {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  /** SHA-256 of its DER form: the {@code x5t#S256} of tokens bound to it (RFC 8705 §3.1). */
  public String thumbprint() {
    return Sha256.base64Url(der());
  }

  /** Key and certificate, under {@link #PASSWORD}. */
  public KeyStore keyStore() {
    try {
      KeyStore store = empty();
      Certificate[] chain = {certificate};
      store.setKeyEntry("own", key.pair().getPrivate(), PASSWORD.toCharArray(), chain);
      return store;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not make a key store", e);
    }
  }

  /** A store that trusts exactly these. */
  public static KeyStore trusting(TestCertificate... trusted) {
    try {
      KeyStore store = empty();
      for (TestCertificate each : trusted) {
        store.setCertificateEntry(each.thumbprint(), each.certificate);
      }
      return store;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not make a trust store", e);
    }
  }

  /** One side of a connection: shows this certificate if asked, and trusts {@code other} alone. */
  public SSLContext towards(TestCertificate other) {
    return context(keyStore(), trusting(other));
  }

  /** A client without a certificate, which trusts this one alone. */
  public SSLContext forStrangers() {
    return context(empty(), trusting(this));
  }

  private static SSLContext context(KeyStore own, KeyStore trusted) {
    try {
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(own, PASSWORD.toCharArray());
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not make a TLS context", e);
    }
  }

  private static KeyStore empty() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every JVM has PKCS12", e);
    }
  }
}
