package io.bearergate.sender;

import io.bearergate.keys.JwsAlgorithm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How presenters prove that a token is theirs. Immutable.
 *
 * @param dpop by a key (RFC 9449)
 * @param certificates whether by the client's certificate too (RFC 8705 §3)
 * @param proxies whose word for certificate and address counts
 */
public record SenderRules(Dpop dpop, boolean certificates, Proxies proxies) {

  /** For what clients reach without a proxy, or through one that changes nothing. */
  public SenderRules(Dpop dpop, boolean certificates) {
    this(dpop, certificates, Proxies.NONE);
  }

  /** Whether tokens bound to a key are taken, and whether any others are. */
  public enum Use {
    OFF,
    ALLOWED,
    REQUIRED
  }

  /**
   * What a proof must be like.
   *
   * @param maxAge how old it may be
   * @param leeway how far ahead its {@code iat} may lie
   * @param algorithms what it may be signed with, in the order that clients are told
   * @param publicUrl origin and path prefix that clients see, where the request does not show them;
   *     without a slash at its end
   * @param nonceKeys what nonces are made with, each given out for {@code maxAge}; empty where
   *     proofs need none
   */
  public record Dpop(
      Use use,
      Duration maxAge,
      Duration leeway,
      List<JwsAlgorithm> algorithms,
      Optional<String> publicUrl,
      Optional<NonceKeys> nonceKeys) {
    public Dpop {
      algorithms = List.copyOf(algorithms);
      if (algorithms.isEmpty()) {
        throw new IllegalArgumentException("At least one algorithm must be allowed");
      }
    }

    /** The algorithms as challenges name them; empty when the scheme is not offered. */
    public String offered() {
      return use == Use.OFF
          ? ""
          : algorithms.stream().map(JwsAlgorithm::name).collect(Collectors.joining(" "));
    }

    /** Longer no proof can be of use (RFC 9449 §11.1). */
    public Duration lifetime() {
      return maxAge.plus(leeway);
    }
  }
}
