package io.bearergate.benchmarks.jmh;

import io.bearergate.http.RequestView;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * A request of one header or two, without any servlet.
 *
 * @param proof that the token's key is at hand; empty for none
 */
record HeaderView(String path, String authorization, String proof) implements RequestView {

  HeaderView(String path, String authorization) {
    this(path, authorization, "");
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String target() {
    return Mint.AUDIENCE + path;
  }

  @Override
  public List<String> headers(String name) {
    if (name.equals("DPoP") && !proof.isEmpty()) {
      return List.of(proof);
    }
    return name.equals("Authorization") ? List.of(authorization) : List.of();
  }

  @Override
  public String peer() {
    return "127.0.0.1";
  }

  @Override
  public Optional<X509Certificate> clientCertificate() {
    return Optional.empty();
  }
}
