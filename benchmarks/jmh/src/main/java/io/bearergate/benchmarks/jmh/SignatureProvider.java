package io.bearergate.benchmarks.jmh;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.function.Supplier;
import org.conscrypt.Conscrypt;

/** Who does the arithmetic of a signature. Only the JDK's is always on the class path. */
public enum SignatureProvider {
  JDK("JDK", ""),
  ACCP("Amazon Corretto Crypto Provider", "AmazonCorrettoCryptoProvider"),
  CONSCRYPT("Conscrypt", "conscrypt-openjdk-uber");

  private final String label;
  private final String jar;

  SignatureProvider(String label, String jar) {
    this.label = label;
    this.jar = jar;
  }

  String label() {
    return label;
  }

  /** How its jar's file name begins; empty for the JDK's. */
  String jar() {
    return jar;
  }

  /** A signature ready for {@code initVerify}, by the name under which this provider has it. */
  Signature signature(String algorithm) throws GeneralSecurityException {
    Signature signature = instance(name(algorithm));
    if (algorithm.equals("PS256")) {
      signature.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    }
    return signature;
  }

  private String name(String algorithm) {
    return switch (algorithm) {
      case "RS256" -> "SHA256withRSA";
      case "PS256" -> this == CONSCRYPT ? "SHA256withRSA/PSS" : "RSASSA-PSS";
      case "ES256" -> wantsDer(algorithm) ? "SHA256withECDSA" : "SHA256withECDSAinP1363Format";
      default -> "EdDSA";
    };
  }

  /** Whether it takes only the ASN.1 form of this algorithm's signatures. */
  boolean wantsDer(String algorithm) {
    return this == CONSCRYPT && algorithm.startsWith("ES");
  }

  private Signature instance(String name) throws GeneralSecurityException {
    return this == JDK ? Signature.getInstance(name) : Signature.getInstance(name, provider());
  }

  /** The key as this provider likes it best, so that nothing is left to prepare. */
  PublicKey prepared(PublicKey key) throws GeneralSecurityException {
    if (this == JDK || provider().getService("KeyFactory", key.getAlgorithm()) == null) {
      return key;
    }
    return KeyFactory.getInstance(key.getAlgorithm(), provider())
        .generatePublic(new X509EncodedKeySpec(key.getEncoded()));
  }

  /** Signs with it where nothing says which provider to take; afterwards all is as it was. */
  <T> T installedFor(Supplier<T> work) {
    Security.insertProviderAt(provider(), 1);
    try {
      return work.get();
    } finally {
      Security.removeProvider(provider().getName());
    }
  }

  private Provider provider() {
    return switch (this) {
      case JDK -> throw new IllegalStateException("the JDK has several");
      case ACCP -> Corretto.INSTANCE;
      case CONSCRYPT -> Conscryption.INSTANCE;
    };
  }

  /** Touched only where its jar is. */
  private static final class Corretto {
    static final Provider INSTANCE = AmazonCorrettoCryptoProvider.INSTANCE;
  }

  /** Touched only where its jar is. */
  private static final class Conscryption {
    static final Provider INSTANCE = Conscrypt.newProvider();
  }
}
