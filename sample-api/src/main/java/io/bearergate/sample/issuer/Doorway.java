package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.util.Optional;

/** Which way a request has come in: straight, or through the TLS listener, which is believed. */
record Doorway(IssuerAddress address, Optional<MutualTls> mutualTls) {

  /** The origin that the client has called. */
  IssuerAddress calledBy(IncomingRequest request) {
    return throughListener(request).map(tls -> tls.listener().address()).orElse(address);
  }

  /** Adds the client's certificate, if the listener vouches for it. */
  void complete(IncomingRequest from, HTTPRequest to) {
    throughListener(from).ifPresent(tls -> tls.headers().apply(from, to));
  }

  private Optional<MutualTls> throughListener(IncomingRequest request) {
    return mutualTls.filter(tls -> tls.headers().areIn(request));
  }
}
