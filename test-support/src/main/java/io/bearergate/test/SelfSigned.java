package io.bearergate.test;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;

/**
 * The smallest self-signed certificate (RFC 5280 §4.1), as DER: the JDK can read but not make one.
 */
final class SelfSigned {

  private static final byte[] SHA256_WITH_RSA = {
    0x30,
    0x0d,
    0x06,
    0x09,
    0x2a,
    (byte) 0x86,
    0x48,
    (byte) 0x86,
    (byte) 0xf7,
    0x0d,
    0x01,
    0x01,
    0x0b,
    0x05,
    0x00
  };
  private static final byte[] SHA256_WITH_ECDSA = {
    0x30, 0x0a, 0x06, 0x08, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x04, 0x03, 0x02
  };
  private static final byte[] NAME = {
    0x30, 0x0c, 0x31, 0x0a, 0x30, 0x08, 0x06, 0x03, 0x55, 0x04, 0x03, 0x0c, 0x01, 'x'
  };

  private SelfSigned() {}

  /** Of an RSA or EC key. */
  static byte[] certificate(KeyPair pair) {
    boolean rsa = pair.getPublic().getAlgorithm().equals("RSA");
    byte[] algorithm = rsa ? SHA256_WITH_RSA : SHA256_WITH_ECDSA;
    byte[] validity = tagged(0x30, time("200101000000Z"), time("490101000000Z"));
    byte[] serial = {0x02, 0x01, 0x01};
    byte[] body =
        tagged(0x30, serial, algorithm, NAME, validity, NAME, pair.getPublic().getEncoded());
    byte[] signature = sign(rsa ? "SHA256withRSA" : "SHA256withECDSA", pair, body);
    return tagged(0x30, body, algorithm, tagged(0x03, new byte[] {0}, signature));
  }

  private static byte[] time(String utc) {
    return tagged(0x17, utc.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] sign(String algorithm, KeyPair pair, byte[] body) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(pair.getPrivate());
      signature.update(body);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not sign", e);
    }
  }

  private static byte[] tagged(int tag, byte[]... contents) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : contents) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(tag);
    if (content.size() < 128) {
      all.write(content.size());
    } else if (content.size() < 256) { // DER has but one form of each length
      all.write(0x81);
      all.write(content.size());
    } else {
      all.write(0x82);
      all.write(content.size() >> 8);
      all.write(content.size());
    }
    all.writeBytes(content.toByteArray());
    return all.toByteArray();
  }
}
