package io.bearergate.sample.issuer;

import java.time.InstantSource;

/**
 * How a mock authorization server is started.
 *
 * @param port on 127.0.0.1; 0 takes a free one
 * @param clock what time it is; a {@link VirtualClock} can be moved through the control plane
 * @param errors whose statuses and codes errors carry
 * @param controls whether {@code /__mock/} exists: anybody on this machine may then mint tokens
 */
public record IssuerOptions(int port, InstantSource clock, ErrorProfile errors, boolean controls) {

  /** A free port, {@code clock}, errors as in the RFCs, no control plane. */
  public static IssuerOptions ephemeral(InstantSource clock) {
    return new IssuerOptions(0, clock, ErrorProfile.RFC, false);
  }

  /** The same on another port. */
  public IssuerOptions withPort(int otherPort) {
    return new IssuerOptions(otherPort, clock, errors, controls);
  }

  /** The same with another error profile. */
  public IssuerOptions withErrors(ErrorProfile otherErrors) {
    return new IssuerOptions(port, clock, otherErrors, controls);
  }

  /** The same with the control plane. */
  public IssuerOptions withControls() {
    return new IssuerOptions(port, clock, errors, true);
  }
}
