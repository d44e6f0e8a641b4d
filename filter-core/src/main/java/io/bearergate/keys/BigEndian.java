package io.bearergate.keys;

import java.math.BigInteger;

/** Numbers as the octet strings that signatures hold (RFC 8017 §4.1), to compare without a copy. */
final class BigEndian {

  private BigEndian() {}

  /**
   * I2OSP.
   *
   * @param length enough for {@code number}, which is not negative
   */
  static byte[] octets(BigInteger number, int length) {
    byte[] signed = number.toByteArray();
    byte[] octets = new byte[length];
    int from = signed[0] == 0 ? 1 : 0;
    int count = signed.length - from;
    System.arraycopy(signed, from, octets, length - count, count);
    return octets;
  }
}
