package io.bearergate.contract.attack;

import static io.bearergate.contract.attack.Attack.token;

import io.bearergate.test.TestKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

/** The third part is not quite the signature. */
final class SignatureAttacks {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private SignatureAttacks() {}

  static Stream<Attack> rows(Target target) {
    return Stream.concat(
        Stream.of(target.rsa(), target.ec(), target.ed()).flatMap(key -> ofAnyKey(target, key)),
        ofEcKey(target));
  }

  private static Stream<Attack> ofAnyKey(Target target, TestKey key) {
    Jws good = Jws.of(target.token(t -> t.signedWith(key)));
    Jws another = Jws.of(target.token(t -> t.signedWith(key).subject("bob")));
    String text = good.signature();
    byte[] octets = good.signatureOctets();
    String alg = key.algorithm() + ": ";
    return Stream.of(
        token(alg + "empty", good.withSignature("").compact()),
        token(alg + "one octet", good.withSignature(new byte[1]).compact()),
        token(alg + "all zero", good.withSignature(new byte[octets.length]).compact()),
        token(alg + "all ones", good.withSignature(filled(octets.length)).compact()),
        token(alg + "last character cut", good.withSignature(cut(text, 1)).compact()),
        token(alg + "half", good.withSignature(cut(text, text.length() / 2)).compact()),
        token(alg + "last octet cut", good.withSignature(resized(octets, -1)).compact()),
        token(alg + "zero octet appended", good.withSignature(resized(octets, 1)).compact()),
        token(alg + "zero octet before", good.withSignature(shifted(octets)).compact()),
        token(alg + "twice", good.withSignature(text + text).compact()),
        token(alg + "10 kB", good.withSignature(new byte[7_500]).compact()),
        token(alg + "unused bits set", good.withSignature(unusedBits(text)).compact()),
        token(alg + "padded", good.compact() + "=="),
        token(alg + "padded once", good.compact() + "="),
        token(alg + "of another token", good.withSignature(another.signature()).compact()),
        token(alg + "other claims", new Jws(good.header(), another.payload(), text).compact()),
        token(alg + "over the payload alone", over(key, good, good.payload())),
        token(alg + "over decoded octets", over(key, good, good.payloadText())),
        token(alg + "the payload as signature", good.withSignature(good.payload()).compact()));
  }

  private static Stream<Attack> ofEcKey(Target target) {
    Jws good = Jws.of(target.token(t -> t.signedWith(target.ec())));
    byte[] octets = good.signatureOctets();
    byte[] swapped = new byte[octets.length];
    int half = octets.length / 2;
    System.arraycopy(octets, half, swapped, 0, half);
    System.arraycopy(octets, 0, swapped, half, half);
    byte[] one = new byte[octets.length];
    one[half - 1] = 1;
    one[octets.length - 1] = 1;
    byte[] order = HexFormat.of().parseHex(P256_ORDER + P256_ORDER);
    return Stream.of(
        token("ES256: r and s swapped", good.withSignature(swapped).compact()),
        token("ES256: r and s one", good.withSignature(one).compact()),
        token("ES256: r and s the order of the curve", good.withSignature(order).compact()),
        token("ES256: r zero", good.withSignature(halfZero(octets, 0)).compact()),
        token("ES256: s zero", good.withSignature(halfZero(octets, half)).compact()),
        token("ES256: DER", good.withSignature(der(target.ec(), good)).compact()));
  }

  private static final String P256_ORDER =
      "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";

  private static byte[] halfZero(byte[] octets, int from) {
    byte[] zeroed = octets.clone();
    Arrays.fill(zeroed, from, from + octets.length / 2, (byte) 0);
    return zeroed;
  }

  private static byte[] der(TestKey key, Jws good) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(key.pair().getPrivate());
      signature.update((good.header() + "." + good.payload()).getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not sign", e);
    }
  }

  private static String over(TestKey key, Jws good, String input) {
    byte[] octets = input.getBytes(StandardCharsets.UTF_8);
    return good.withSignature(key.signature(octets)).compact();
  }

  private static byte[] filled(int length) {
    byte[] ones = new byte[length];
    Arrays.fill(ones, (byte) 0xff);
    return ones;
  }

  private static byte[] resized(byte[] octets, int by) {
    return Arrays.copyOf(octets, octets.length + by);
  }

  private static byte[] shifted(byte[] octets) {
    byte[] shifted = new byte[octets.length + 1];
    System.arraycopy(octets, 0, shifted, 1, octets.length);
    return shifted;
  }

  private static String cut(String text, int characters) {
    return text.substring(0, text.length() - characters);
  }

  /** The same octets to a lenient decoder: 86 and 342 characters both leave four bits unused. */
  private static String unusedBits(String text) {
    int last = ALPHABET.indexOf(text.charAt(text.length() - 1));
    return cut(text, 1) + ALPHABET.charAt(last ^ 1);
  }
}
