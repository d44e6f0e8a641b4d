package io.bearergate.config;

import io.bearergate.introspection.IntrospectionRules;
import io.bearergate.keys.JwksRules;
import io.bearergate.keys.KeyLocation;
import io.bearergate.policy.Policy;
import io.bearergate.sender.SenderRules;
import io.bearergate.token.IssuerRules;
import io.bearergate.token.TenantRules;
import io.bearergate.token.TokenRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything a gate needs to know, checked. Immutable.
 *
 * @param enabled {@code false}: every request passes unseen
 * @param issuers whom to believe; at least one unless disabled, or unless there are tenants
 * @param tenants how further issuers are found at run time; empty: not at all
 * @param tokens what a token must be like, whoever issued it
 * @param sender how presenters prove that a token is theirs
 * @param keys how keys are fetched
 * @param policy what each path asks for
 * @param resource this API as its metadata names it; empty where none is published (RFC 9728)
 * @param logout where issuers tell that a user has logged out; empty where nowhere
 * @param realm of every Bearer challenge (RFC 6750 §3)
 * @param problemBodies whether refusals carry an {@code application/problem+json} body (RFC 9457)
 * @param startup whether to wait for the first keys
 * @param report what to log at the start
 */
public record GateConfig(
    boolean enabled,
    List<TrustedIssuer> issuers,
    Optional<TenantRules> tenants,
    TokenRules tokens,
    SenderRules sender,
    JwksRules keys,
    Policy policy,
    Optional<ProtectedResource> resource,
    Optional<BackChannelLogout> logout,
    String realm,
    boolean problemBodies,
    Startup startup,
    StartReport report) {

  /**
   * One issuer, what its tokens must be like, and where its keys are.
   *
   * @param introspection how it is asked about tokens that only it can read; for one issuer at most
   */
  public record TrustedIssuer(
      String identifier,
      IssuerRules rules,
      KeyLocation keys,
      Optional<IntrospectionRules> introspection) {

    /** One whose tokens are all JWTs. */
    public TrustedIssuer(String identifier, IssuerRules rules, KeyLocation keys) {
      this(identifier, rules, keys, Optional.empty());
    }
  }

  /** What the start does about the first keys. */
  public record Startup(Mode mode, Duration timeout) {
    /**
     * {@code LAZY}: 503 until they are there. {@code WAIT}: a bounded wait, then as lazy. {@code
     * FAIL}: no keys, no start.
     */
    public enum Mode {
      LAZY,
      WAIT,
      FAIL
    }
  }

  public GateConfig {
    issuers = List.copyOf(issuers);
    if (enabled && issuers.isEmpty() && tenants.isEmpty()) {
      throw new IllegalArgumentException("At least one issuer to believe, or disabled");
    }
  }

  /**
   * Reads everything that may say something about a filter.
   *
   * @throws ConfigException if anything is wrong with it
   */
  public static GateConfig from(ConfigSources sources) {
    return GateConfigReader.read(sources, Optional.empty());
  }

  /**
   * The same for an application deployed there.
   *
   * @param contextPath as the container says it: decoded, empty for the root
   */
  public GateConfig deployedAt(String contextPath) {
    return new GateConfig(
        enabled,
        issuers,
        tenants,
        tokens,
        sender,
        keys,
        policy,
        resource.map(known -> new ProtectedResource(known.identifier(), contextPath)),
        logout,
        realm,
        problemBodies,
        startup,
        report);
  }

  /** Begins settings in code, with what there is no default for. */
  public static GateConfigBuilder builder(String issuer, String audience) {
    return new GateConfigBuilder(Optional.empty(), audience).set(Setting.ISSUER, issuer);
  }

  /**
   * The same where the issuers are found at run time. What is said of tokens without the name of a
   * block is for all of these alike.
   *
   * @param resolver asked about whoever no block names
   */
  public static GateConfigBuilder builder(IssuerResolver resolver, String audience) {
    return new GateConfigBuilder(Optional.of(resolver), audience);
  }
}
