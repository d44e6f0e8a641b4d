package io.bearergate.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A signature known to be good, made once by the JDK. A provider that is to verify tokens must take
 * it, and refuse it altered or cut.
 */
final class KnownAnswer {

  private static final byte[] SIGNED = "self-test".getBytes(StandardCharsets.US_ASCII);

  private final JwsAlgorithm algorithm;
  private final PublicKey key;
  private final byte[] signature;

  private KnownAnswer(JwsAlgorithm algorithm, PublicKey key, byte[] signature) {
    this.algorithm = algorithm;
    this.key = key;
    this.signature = signature;
  }

  /**
   * One for each algorithm that an accelerator may have: a line of algorithm, key and signature.
   */
  static List<KnownAnswer> all() throws IOException, GeneralSecurityException {
    List<KnownAnswer> answers = new ArrayList<>();
    for (String line : text().lines().toList()) {
      String[] parts = line.split(" ", -1);
      JwsAlgorithm algorithm = JwsAlgorithm.valueOf(parts[0]);
      answers.add(new KnownAnswer(algorithm, key(algorithm, octets(parts[1])), octets(parts[2])));
    }
    return answers;
  }

  private static String text() throws IOException {
    try (InputStream in = KnownAnswer.class.getResourceAsStream("known-answers.txt")) {
      if (in == null) {
        throw new IOException("known-answers.txt is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static PublicKey key(JwsAlgorithm algorithm, byte[] encoded)
      throws GeneralSecurityException {
    String type = algorithm.keyType().equals("OKP") ? algorithm.name() : algorithm.keyType();
    return KeyFactory.getInstance(type).generatePublic(new X509EncodedKeySpec(encoded));
  }

  private static byte[] octets(String base64url) {
    return Base64.getUrlDecoder().decode(base64url);
  }

  JwsAlgorithm algorithm() {
    return algorithm;
  }

  /** Throws whatever the provider does. */
  boolean isGivenBy(Provider provider) throws GeneralSecurityException {
    PreparedKey prepared = PreparedKey.of(provider, algorithm, key).orElse(null);
    if (prepared == null || !prepared.verifies(SIGNED, signature)) {
      return false;
    }
    byte[] altered = signature.clone();
    altered[altered.length - 1] ^= 1;
    byte[] cut = Arrays.copyOf(signature, signature.length - 2);
    return refuses(prepared, altered) && refuses(prepared, cut);
  }

  private static boolean refuses(PreparedKey prepared, byte[] signature)
      throws GeneralSecurityException {
    try {
      return !prepared.verifies(SIGNED, signature);
    } catch (SignatureException e) {
      return true;
    }
  }
}
