package io.bearergate.sample.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the TLS listener tells of a client's certificate, which the server behind cannot see itself.
 * It is believed by a secret made at each start; the same headers from anybody else mean nothing.
 */
final class ListenerHeaders {

  static final String CERTIFICATE = "client-certificate";
  static final String VERIFIED = "client-certificate-ca-verified";
  static final String SECRET = "listener-secret";

  private static final Set<String> NAMES = Set.of(CERTIFICATE, VERIFIED, SECRET);
  private static final String SUCCESS = "SUCCESS";

  private final String secret = Handles.random();
  private final Digest digest = Digest.of(secret);

  /** Whether this is one of them, which nobody but the listener may send. */
  static boolean isOne(String header) {
    return NAMES.contains(header.toLowerCase(Locale.ROOT));
  }

  /**
   * What the listener sends.
   *
   * @param verified whether the authority has issued it, and it is current
   */
  Map<String, String> tellingOf(Optional<X509Certificate> certificate, boolean verified) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(SECRET, secret);
    certificate.ifPresent(
        shown -> {
          headers.put(CERTIFICATE, URLEncoder.encode(X509CertUtils.toPEMString(shown), UTF_8));
          headers.put(VERIFIED, verified ? SUCCESS : "FAILED");
        });
    return headers;
  }

  /** Whether a request has come through the listener. */
  boolean areIn(IncomingRequest request) {
    return request.header(SECRET).filter(digest::fits).isPresent();
  }

  /** Notes the certificate in a request from the listener; a verified one has a root as well. */
  void apply(IncomingRequest from, HTTPRequest to) {
    Optional<X509Certificate> certificate =
        from.header(CERTIFICATE).map(text -> X509CertUtils.parse(URLDecoder.decode(text, UTF_8)));
    certificate.ifPresent(to::setClientX509Certificate);
    certificate
        .filter(issued -> from.header(VERIFIED).filter(SUCCESS::equals).isPresent())
        .map(issued -> issued.getIssuerX500Principal().getName())
        .ifPresent(to::setClientX509CertificateRootDN);
  }
}
