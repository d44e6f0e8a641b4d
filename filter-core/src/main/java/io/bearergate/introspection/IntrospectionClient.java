package io.bearergate.introspection;

import io.bearergate.keys.SigningKey;

/** Who we are at the issuer that we ask about tokens, and how we prove it: exactly one of three. */
public sealed interface IntrospectionClient {

  /** Our {@code client_id}. */
  String id();

  /** {@code client_secret_basic} (RFC 6749 §2.3.1). */
  record Secret(String id, String secret) implements IntrospectionClient {
    /** No secret in a log by accident. */
    @Override
    public String toString() {
      return "Secret";
    }
  }

  /** {@code private_key_jwt} (RFC 7523 §2.2). */
  record Key(String id, SigningKey key) implements IntrospectionClient {}

  /** The certificate of {@code key-store}, shown at the TLS handshake (RFC 8705 §2). */
  record Certificate(String id) implements IntrospectionClient {}
}
