package io.bearergate.sample.issuer;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time passwords of six digits, a new one every half minute (RFC 6238, HMAC-SHA-1). */
record Totp(Key key) {

  private static final String ALGORITHM = "HmacSHA1";
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int NUMBERS = 1_000_000;
  private static final int LOW_BITS = 0xf;
  private static final int WITHOUT_SIGN = 0x7fffffff;

  static Totp ofHex(String key) {
    return new Totp(new SecretKeySpec(HexFormat.of().parseHex(key), ALGORITHM));
  }

  String at(Instant time) {
    return ofStep(stepAt(time));
  }

  /** The step it is the password of: this one or, clocks being as they are, a neighbour. */
  OptionalLong stepOf(String password, Instant now) {
    long current = stepAt(now);
    Digest presented = Digest.of(password);
    return LongStream.rangeClosed(current - 1, current + 1)
        .filter(step -> presented.fits(ofStep(step)))
        .findFirst();
  }

  private static long stepAt(Instant time) {
    return time.getEpochSecond() / STEP.toSeconds();
  }

  private String ofStep(long step) {
    byte[] mac = mac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = mac[mac.length - 1] & LOW_BITS; // RFC 4226 §5.3
    int number = ByteBuffer.wrap(mac).getInt(offset) & WITHOUT_SIGN;
    return String.format(Locale.ROOT, "%06d", number % NUMBERS);
  }

  private byte[] mac(byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return "Totp[…]";
  }
}
