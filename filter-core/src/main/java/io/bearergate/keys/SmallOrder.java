package io.bearergate.keys;

import java.math.BigInteger;
import java.security.interfaces.EdECPublicKey;
import java.util.Set;

/**
 * Points of a twisted Edwards curve that a few additions bring to zero: anybody can sign for them
 * (RFC 8032 §8.9 and its references).
 */
final class SmallOrder {

  private static final BigInteger P25519 = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger P448 =
      BigInteger.TWO.pow(448).subtract(BigInteger.TWO.pow(224)).subtract(BigInteger.ONE);

  /** The y of two of the four points of order 8 on Curve25519; the other two have its negative. */
  private static final BigInteger ORDER_8 =
      new BigInteger("05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16);

  private static final Set<BigInteger> ON_25519 =
      Set.of(
          BigInteger.ZERO,
          BigInteger.ONE,
          P25519.subtract(BigInteger.ONE),
          ORDER_8,
          P25519.subtract(ORDER_8));
  private static final Set<BigInteger> ON_448 =
      Set.of(BigInteger.ZERO, BigInteger.ONE, P448.subtract(BigInteger.ONE));

  private SmallOrder() {}

  static boolean has(EdECPublicKey key) {
    BigInteger y = key.getPoint().getY();
    return key.getParams().getName().equals("Ed448")
        ? ON_448.contains(y.mod(P448))
        : ON_25519.contains(y.mod(P25519));
  }
}
