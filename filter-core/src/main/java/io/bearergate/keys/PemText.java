package io.bearergate.keys;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Public keys as PEM (RFC 7468 §13 {@code PUBLIC KEY}, §5 {@code CERTIFICATE}). A certificate only
 * carries the key: neither its dates nor its chain are looked at, since whoever configured it chose
 * it.
 */
final class PemText {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

  private static final List<String> KEY_TYPES = List.of("RSA", "EC", "EdDSA");

  private PemText() {}

  /** One block: what its label says it is, and the base64 in it. */
  record Block(String label, String base64) {
    byte[] der() {
      return Base64.getMimeDecoder().decode(base64);
    }

    /** No key in a log by accident. */
    @Override
    public String toString() {
      return label;
    }
  }

  static List<Block> blocks(String text) {
    return BLOCK.matcher(text).results().map(b -> new Block(b.group(1), b.group(2))).toList();
  }

  static JwksDocument parse(String text) {
    List<PublishedKey> keys = new ArrayList<>();
    List<String> unfit = new ArrayList<>();
    for (Block block : blocks(text)) {
      try {
        keys.add(PublishedKey.of(null, null, publicKey(block)));
      } catch (UnfitKey e) {
        unfit.add("key " + (keys.size() + unfit.size() + 1) + " " + e.getMessage());
      }
    }
    return new JwksDocument(keys, unfit);
  }

  private static PublicKey publicKey(Block block) throws UnfitKey {
    try {
      return switch (block.label()) {
        case "PUBLIC KEY" -> subjectPublicKey(block.der());
        case "CERTIFICATE" -> certified(block.der());
        default -> throw new UnfitKey(refusal(block.label()));
      };
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new UnfitKey("is malformed");
    }
  }

  private static String refusal(String label) {
    return label.endsWith("PRIVATE KEY")
        ? "is private; give its public half only"
        : "is neither a PUBLIC KEY nor a CERTIFICATE block";
  }

  private static PublicKey certified(byte[] der) throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(der))
        .getPublicKey();
  }

  private static PublicKey subjectPublicKey(byte[] der) throws UnfitKey, GeneralSecurityException {
    for (String keyType : KEY_TYPES) {
      try {
        return KeyFactory.getInstance(keyType).generatePublic(new X509EncodedKeySpec(der));
      } catch (InvalidKeySpecException e) {
        // Of another type: the encoding names it, but the JDK has no way to ask.
      }
    }
    throw new UnfitKey("is malformed, or neither RSA, EC, Ed25519 nor Ed448");
  }
}
