package io.bearergate.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.Base64URL;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs with what everybody knows, to see it refused. */
final class Hmac {

  private Hmac() {}

  static String signed(String header, Base64URL payload, String key) {
    String input = Base64URL.encode(header) + "." + payload;
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return input + "." + Base64URL.encode(mac.doFinal(input.getBytes(UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError("every JDK has HMAC", e);
    }
  }
}
