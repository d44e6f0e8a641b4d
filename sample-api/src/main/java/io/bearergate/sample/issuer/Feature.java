package io.bearergate.sample.issuer;

/** What is off unless switched on. */
public enum Feature {
  /** {@code /__mock/}: anybody on this machine may then move the clock and mint tokens. */
  CONTROLS,
  /** The resource owner password grant, which RFC 9700 §2.4 forbids. */
  ROPG,
  /** A listener with mutual TLS, and certificates for the clients that have to show one. */
  MTLS,
  /** Backchannel authentication, which not every server has. */
  CIBA,
  /** Pushed requests of clients that have no credentials to push them with. */
  PUBLIC_PAR,
  /** Signed requests by PS256 and for an hour at the most, as FAPI 2.0 has them. */
  STRICT_JAR,
  /** An API's exchange of the token it got for one to call another API with (RFC 8693). */
  TOKEN_EXCHANGE
}
