package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.id.Issuer;
import java.net.URI;

/**
 * Where the authorization server is, and what follows from it.
 *
 * @param value the issuer identifier, with its trailing slash, which counts in every comparison
 */
record IssuerAddress(String value) {

  static IssuerAddress onLoopback(int port) {
    return new IssuerAddress("http://127.0.0.1:" + port + "/");
  }

  /** Host and port, as they stand in a request for it. */
  String authority() {
    return URI.create(value).getRawAuthority();
  }

  Issuer issuer() {
    return new Issuer(value);
  }

  URI at(String path) {
    return URI.create(value).resolve(path);
  }

  /** The audience of tokens that {@code /userinfo} accepts. */
  String userInfo() {
    return at(UserInfoEndpoint.PATH).toString();
  }
}
