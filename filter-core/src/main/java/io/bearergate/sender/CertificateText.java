package io.bearergate.sender;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate as text. Its dates and issuer are not looked at: who ended TLS has done so, or has
 * been told not to (RFC 8705 §2.2.2).
 */
final class CertificateText {

  private static final Pattern PEM =
      Pattern.compile(
          "\\s*+-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]++)-----END CERTIFICATE-----\\s*+");

  private CertificateText() {}

  /**
   * Of PEM or base64, either of them percent-encoded or not; nothing but one certificate.
   *
   * @param chain whether PEM may hold more behind it
   */
  static Optional<X509Certificate> read(String text, boolean chain) {
    return text.indexOf('%') < 0
        ? readPlain(text, chain)
        : unescaped(text).flatMap(plain -> readPlain(plain, chain));
  }

  private static Optional<X509Certificate> readPlain(String text, boolean chain) {
    if (text.indexOf('-') < 0) {
      return ofBase64(text);
    }
    Matcher block = PEM.matcher(text);
    if (!block.lookingAt()) {
      return Optional.empty();
    }
    String first = block.group(1).replaceAll("\\s", "");
    int end = block.end();
    while (chain && end < text.length()) {
      if (!block.region(end, text.length()).lookingAt()) {
        return Optional.empty();
      }
      end = block.end();
    }
    return end == text.length() ? ofBase64(first) : Optional.empty();
  }

  /** Percent-encoding alone: a plus stays one, as base64 has it. */
  private static Optional<String> unescaped(String text) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (next == '%') {
        int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
        int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
        next = (char) ((high << 4) | low);
        i += 2;
      }
      if (next > '~') {
        return Optional.empty();
      }
      plain.write(next);
    }
    return Optional.of(plain.toString(StandardCharsets.US_ASCII));
  }

  /** Of the one spelling in base64 that its DER form has (RFC 4648 §3.5). */
  static Optional<X509Certificate> ofBase64(String text) {
    try {
      byte[] der = Base64.getDecoder().decode(text);
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      boolean exact =
          Arrays.equals(certificate.getEncoded(), der)
              && Base64.getEncoder().encodeToString(der).equals(text);
      return exact ? Optional.of(certificate) : Optional.empty();
    } catch (CertificateException | RuntimeException e) { // of the JDK's decoders
      return Optional.empty();
    }
  }
}
