package io.bearergate.sender;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header a proxy hands the client's certificate on in (RFC 8705 §3), and how it is written
 * there.
 */
public enum CertificateHeader {
  /** A byte sequence between colons (RFC 9440 §2.2). */
  CLIENT_CERT,
  /** Envoy's {@code X-Forwarded-Client-Cert}: {@code Cert} of its only element. */
  XFCC,
  /** nginx's {@code $ssl_client_escaped_cert}, HAProxy's {@code ssl_c_der,base64}. */
  X_SSL_CLIENT_CERT,
  /** AWS's load balancer; the chain, of which the first is the client's own. */
  X_AMZN_MTLS_CLIENTCERT,
  /** As Auth0 has proxies before its own edge write it. */
  CLIENT_CERTIFICATE;

  /** A chain of three certificates of RSA keys, percent-encoded, has some 8000 characters. */
  private static final int LONGEST = 16_384;

  private static final Pattern BYTE_SEQUENCE = Pattern.compile(":([^:]++):");

  /** What {@code mtls-header} calls it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All keys. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(CertificateHeader::key).toList();
  }

  /** The field's name, case-insensitive. */
  String field() {
    return this == XFCC ? "x-forwarded-client-cert" : key();
  }

  /**
   * The certificate.
   *
   * @param values of the field
   * @return empty if there is none, more than one value, or anything that is not in form
   */
  Optional<X509Certificate> read(List<String> values) {
    if (values.size() != 1 || values.get(0).length() > LONGEST) {
      return Optional.empty();
    }
    String value = values.get(0);
    return switch (this) {
      case CLIENT_CERT -> ofByteSequence(value);
      case XFCC -> ofElement(value);
      case X_AMZN_MTLS_CLIENTCERT -> CertificateText.read(value, true);
      default -> CertificateText.read(value, false);
    };
  }

  private static Optional<X509Certificate> ofByteSequence(String value) {
    Matcher sequence = BYTE_SEQUENCE.matcher(value);
    return sequence.matches() ? CertificateText.ofBase64(sequence.group(1)) : Optional.empty();
  }

  /** Of several elements all but the last are the word of whoever asked the proxy. */
  private static Optional<X509Certificate> ofElement(String value) {
    List<Map<String, List<String>>> elements = FieldElements.of(value);
    if (elements.size() != 1) {
      return Optional.empty();
    }
    List<String> certificates = elements.get(0).getOrDefault("cert", List.of());
    return certificates.size() == 1
        ? CertificateText.read(certificates.get(0), false)
        : Optional.empty();
  }
}
