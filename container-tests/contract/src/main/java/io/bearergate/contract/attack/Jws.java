package io.bearergate.contract.attack;

import io.bearergate.test.TestKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A compact JWS as text in three parts, to be put together wrongly. */
record Jws(String header, String payload, String signature) {

  static Jws of(String compact) {
    String[] parts = compact.split("\\.", -1);
    return new Jws(parts[0], parts[1], parts[2]);
  }

  static String encode(byte[] octets) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
  }

  static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] decode(String part) {
    return Base64.getUrlDecoder().decode(part);
  }

  /** Two parts as they are, and the signature that {@code key} makes over them as they are. */
  static Jws signed(TestKey key, String header, String payload) {
    byte[] input = (header + "." + payload).getBytes(StandardCharsets.US_ASCII);
    return new Jws(header, payload, encode(key.signature(input)));
  }

  /** The same under a MAC. */
  static String mac(String algorithm, String headerJson, String payloadJson, byte[] secret) {
    String input = encode(headerJson) + "." + encode(payloadJson);
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret, algorithm));
      return input + "." + encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + algorithm, e);
    }
  }

  String payloadText() {
    return new String(decode(payload), StandardCharsets.UTF_8);
  }

  String headerText() {
    return new String(decode(header), StandardCharsets.UTF_8);
  }

  byte[] signatureOctets() {
    return decode(signature);
  }

  Jws withHeader(String json) {
    return new Jws(encode(json), payload, signature);
  }

  Jws withSignature(String part) {
    return new Jws(header, payload, part);
  }

  Jws withSignature(byte[] octets) {
    return withSignature(encode(octets));
  }

  String compact() {
    return header + "." + payload + "." + signature;
  }
}
