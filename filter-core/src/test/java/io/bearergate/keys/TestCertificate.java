package io.bearergate.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate with its key, made by the JDK's keytool. */
public record TestCertificate(KeyStore store) {

  private static final char[] PASSWORD = "changeit".toCharArray();

  public static TestCertificate selfSigned(String host) {
    return selfSigned(host, "-validity 90");
  }

  public static TestCertificate expired(String host) {
    return selfSigned(host, "-startdate -10d -validity 1");
  }

  private static TestCertificate selfSigned(String host, String validity) {
    try {
      Path file = Files.createTempDirectory("bearergate-test").resolve("store.p12");
      String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
      String command =
          "%s -genkeypair -alias a -keyalg EC -groupname secp256r1 -storetype PKCS12 -keystore %s"
              + " -storepass changeit -dname CN=%s -ext san=dns:%s %s";
      Process made =
          new ProcessBuilder(command.formatted(keytool, file, host, host, validity).split(" "))
              .redirectErrorStream(true)
              .start();
      made.getInputStream().readAllBytes();
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, PASSWORD);
      }
      Files.delete(file);
      return new TestCertificate(store);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The private key, PKCS #8. */
  public String keyPem() {
    try {
      Key key = store.getKey("a", PASSWORD);
      String der = Base64.getMimeEncoder().encodeToString(key.getEncoded());
      return "-----BEGIN PRIVATE KEY-----\n" + der + "\n-----END PRIVATE KEY-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** PKCS #12 of certificate and key; its password is {@code changeit}. */
  public byte[] pkcs12() {
    return bytes(store);
  }

  /** PKCS #12 of the certificate alone. */
  public byte[] trustingPkcs12() {
    return bytes(trusting());
  }

  private static byte[] bytes(KeyStore store) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store.store(out, PASSWORD);
      return out.toByteArray();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyStore trusting() {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("a", store.getCertificate("a"));
      return trusted;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public String pem() {
    try {
      String der = Base64.getMimeEncoder().encodeToString(store.getCertificate("a").getEncoded());
      return "-----BEGIN CERTIFICATE-----\n" + der + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Serves with the certificate, and trusts it alone. */
  SSLContext context() {
    return contextTrusting(this);
  }

  /** Serves with the certificate, and trusts another alone. */
  SSLContext contextTrusting(TestCertificate other) {
    try {
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store, PASSWORD);
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(other.trusting());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
