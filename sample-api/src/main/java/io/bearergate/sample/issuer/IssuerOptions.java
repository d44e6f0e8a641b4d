package io.bearergate.sample.issuer;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a mock authorization server is started.
 *
 * @param port on 127.0.0.1; 0 takes a free one
 * @param clock what time it is; a {@link VirtualClock} can be moved through the control plane
 * @param errors whose statuses and codes errors carry
 * @param features what is switched on
 */
public record IssuerOptions(
    int port, InstantSource clock, ErrorProfile errors, Set<Feature> features) {

  /** Copies the set. */
  public IssuerOptions {
    features = Set.copyOf(features);
  }

  /** A free port, {@code clock}, errors as in the RFCs, nothing switched on. */
  public static IssuerOptions ephemeral(InstantSource clock) {
    return new IssuerOptions(0, clock, ErrorProfile.RFC, Set.of());
  }

  /** The same on another port. */
  public IssuerOptions withPort(int otherPort) {
    return new IssuerOptions(otherPort, clock, errors, features);
  }

  /** The same with another error profile. */
  public IssuerOptions withErrors(ErrorProfile otherErrors) {
    return new IssuerOptions(port, clock, otherErrors, features);
  }

  /** The same with everything switched on. */
  public IssuerOptions withEveryFeature() {
    return new IssuerOptions(port, clock, errors, EnumSet.allOf(Feature.class));
  }

  /** The same with one more feature. */
  public IssuerOptions with(Feature feature) {
    EnumSet<Feature> more = EnumSet.of(feature);
    more.addAll(features);
    return new IssuerOptions(port, clock, errors, more);
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }
}
