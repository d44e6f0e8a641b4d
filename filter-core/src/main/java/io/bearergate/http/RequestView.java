package io.bearergate.http;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * One request as the client sent it. The core reads it on the calling thread and keeps no
 * reference.
 */
public interface RequestView {

  /** Case-sensitive, as sent (RFC 9110 §9.1). */
  String method();

  /**
   * The address as the client named it: scheme, host, port and raw path, {@code
   * https://api.example.com:8443/a%20b}; no query. What a proof's {@code htu} is held against (RFC
   * 9449 §4.3).
   */
  String target();

  /**
   * The path the container dispatches on, as it decoded and normalised it, context path off. Policy
   * sees only this.
   */
  String path();

  /**
   * Every value in arrival order, empty when absent: two {@code Authorization} headers must be seen
   * to be refused.
   */
  List<String> headers(String name);

  /**
   * Address of whoever made the connection: a proxy's, if there is one. IPv4 or IPv6 as text, no
   * port.
   */
  String peer();

  /**
   * The certificate that the client proved to hold when this connection was made (RFC 8705 §3);
   * asked for only where a token is bound to one.
   */
  Optional<X509Certificate> clientCertificate();
}
