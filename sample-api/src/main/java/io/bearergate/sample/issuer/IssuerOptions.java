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
 * @param refresh how refresh tokens live
 */
public record IssuerOptions(
    int port,
    InstantSource clock,
    ErrorProfile errors,
    Set<Feature> features,
    RefreshRules refresh) {

  /** Copies the set. */
  public IssuerOptions {
    features = Set.copyOf(features);
  }

  /** A free port, {@code clock}, errors as in the RFCs, nothing switched on. */
  public static IssuerOptions ephemeral(InstantSource clock) {
    return new IssuerOptions(0, clock, ErrorProfile.RFC, Set.of(), RefreshRules.standard());
  }

  /** The same on another port. */
  public IssuerOptions withPort(int otherPort) {
    return new IssuerOptions(otherPort, clock, errors, features, refresh);
  }

  /** The same with another error profile. */
  public IssuerOptions withErrors(ErrorProfile otherErrors) {
    return new IssuerOptions(port, clock, otherErrors, features, refresh);
  }

  /** The same with every endpoint and grant that a flow needs; what the rest demands stays. */
  public IssuerOptions withEveryFeature() {
    EnumSet<Feature> others =
        EnumSet.of(Feature.PUBLIC_PAR, Feature.STRICT_JAR, Feature.TOKEN_EXCHANGE);
    return new IssuerOptions(port, clock, errors, EnumSet.complementOf(others), refresh);
  }

  /** The same with one more feature. */
  public IssuerOptions with(Feature feature) {
    EnumSet<Feature> more = EnumSet.of(feature);
    more.addAll(features);
    return new IssuerOptions(port, clock, errors, more, refresh);
  }

  /** The same with other rules for refresh tokens. */
  public IssuerOptions with(RefreshRules otherRefresh) {
    return new IssuerOptions(port, clock, errors, features, otherRefresh);
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }
}
