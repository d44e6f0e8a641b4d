package io.bearergate.keys;

import java.net.URI;

/** Where an issuer's keys are to be had. */
public sealed interface KeyLocation {

  /**
   * From the metadata at the places that OpenID Connect Discovery §4 and RFC 8414 §3 derive from
   * the issuer.
   */
  record Discovered() implements KeyLocation {}

  /** From metadata at a place of its own; its {@code issuer} is still compared (RFC 8414 §3.3). */
  record Metadata(URI address) implements KeyLocation {}

  /** From a JWKS at a known place; no metadata is read. */
  record Jwks(URI address) implements KeyLocation {}

  /**
   * From text at hand: a JWKS, or PEM blocks of public keys and certificates. Never fetched, never
   * refreshed.
   */
  record Text(String jwksOrPem) implements KeyLocation {
    /** No key in a log by accident. */
    @Override
    public String toString() {
      return "Text";
    }
  }
}
