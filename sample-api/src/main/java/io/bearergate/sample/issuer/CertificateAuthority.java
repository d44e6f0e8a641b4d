package io.bearergate.sample.issuer;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Issues certificates that are trusted as long as this process lives: its key is kept nowhere. */
public final class CertificateAuthority {

  /** Years on either side of the machine's clock and of a virtual one. */
  private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");

  private static final Instant UNTIL = Instant.parse("2099-12-31T00:00:00Z");
  private static final int SERIAL_BITS = 64;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PrivateKey key;
  private final X509Certificate certificate;

  private CertificateAuthority(PrivateKey key, X509Certificate certificate) {
    this.key = key;
    this.certificate = certificate;
  }

  /** A new one with a key of its own. */
  public static CertificateAuthority named(String name) {
    Identity identity = selfSigned(name, new BasicConstraints(true));
    return new CertificateAuthority(identity.key(), identity.certificate());
  }

  /** A certificate that nobody vouches for. */
  public static Identity selfSigned(String name) {
    return selfSigned(name, new BasicConstraints(false));
  }

  /** What to trust. */
  public X509Certificate certificate() {
    return certificate;
  }

  /** A certificate for {@code name}. */
  public Identity issue(String name) {
    return issue(name, UNTIL);
  }

  /** The same with an end. */
  public Identity issue(String name, Instant until) {
    KeyPair keys = newKeys();
    return new Identity(keys.getPrivate(), sign(builder(name, until, keys), key));
  }

  /** A certificate for a server on 127.0.0.1. */
  public Identity issueToLoopback() {
    KeyPair keys = newKeys();
    JcaX509v3CertificateBuilder builder = builder("CN=127.0.0.1", UNTIL, keys);
    GeneralName address = new GeneralName(GeneralName.iPAddress, "127.0.0.1");
    try {
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(address));
    } catch (CertIOException e) {
      throw new IllegalStateException("an address is well-formed", e);
    }
    return new Identity(keys.getPrivate(), sign(builder, key));
  }

  private static Identity selfSigned(String name, BasicConstraints constraints) {
    KeyPair keys = newKeys();
    X500Principal subject = new X500Principal(name);
    JcaX509v3CertificateBuilder builder = builder(subject, subject, UNTIL, keys);
    try {
      builder.addExtension(Extension.basicConstraints, true, constraints);
    } catch (CertIOException e) {
      throw new IllegalStateException("constraints are well-formed", e);
    }
    return new Identity(keys.getPrivate(), sign(builder, keys.getPrivate()));
  }

  private JcaX509v3CertificateBuilder builder(String name, Instant until, KeyPair keys) {
    X500Principal subject = new X500Principal(name);
    return builder(certificate.getSubjectX500Principal(), subject, until, keys);
  }

  private static JcaX509v3CertificateBuilder builder(
      X500Principal issuer, X500Principal subject, Instant until, KeyPair keys) {
    BigInteger serial = new BigInteger(SERIAL_BITS, RANDOM);
    return new JcaX509v3CertificateBuilder(
        issuer, serial, Date.from(FROM), Date.from(until), subject, keys.getPublic());
  }

  private static X509Certificate sign(JcaX509v3CertificateBuilder builder, PrivateKey key) {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    } catch (OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException("every JDK signs with EC keys", e);
    }
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK makes EC keys", e);
    }
  }
}
