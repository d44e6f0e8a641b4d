package io.bearergate.http;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request as a test writes it; each method changes it and returns it. */
public final class TestRequest implements RequestView {

  private final Map<String, List<String>> fields = new LinkedHashMap<>();
  private final List<X509Certificate> certificates = new ArrayList<>();
  private final String method;
  private final String path;
  private String origin = "https://api.example.com:443";
  private String peer = "192.0.2.1";

  public TestRequest(String method, String path) {
    this.method = method;
    this.path = path;
  }

  /** With one more header. */
  public TestRequest with(String name, String value) {
    fields.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    return this;
  }

  /** Received at another scheme, host and port. */
  public TestRequest at(String otherOrigin) {
    origin = otherOrigin;
    return this;
  }

  /** From another address. */
  public TestRequest from(String address) {
    peer = address;
    return this;
  }

  /** On a connection made with a client certificate. */
  public TestRequest by(X509Certificate certificate) {
    certificates.add(certificate);
    return this;
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String target() {
    return origin + path;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public String peer() {
    return peer;
  }

  @Override
  public List<String> headers(String name) {
    return fields.getOrDefault(name, List.of());
  }

  @Override
  public Optional<X509Certificate> clientCertificate() {
    return certificates.stream().findFirst();
  }
}
