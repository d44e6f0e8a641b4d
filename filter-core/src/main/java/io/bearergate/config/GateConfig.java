package io.bearergate.config;

import io.bearergate.keys.JwksRules;
import io.bearergate.keys.KeyLocation;
import io.bearergate.policy.Policy;
import io.bearergate.token.Audience;
import io.bearergate.token.TokenRules;
import java.time.Duration;
import java.util.List;

/**
 * Everything a gate needs to know, checked. Immutable.
 *
 * @param enabled {@code false}: every request passes unseen
 * @param issuers whom to believe; at least one unless disabled
 * @param tokens what a token must be like
 * @param keys how keys are fetched
 * @param policy what each path asks for
 * @param realm of every Bearer challenge (RFC 6750 §3)
 * @param problemBodies whether refusals carry an {@code application/problem+json} body (RFC 9457)
 * @param startup whether to wait for the first keys
 * @param report what to log at the start
 */
public record GateConfig(
    boolean enabled,
    List<TrustedIssuer> issuers,
    TokenRules tokens,
    JwksRules keys,
    Policy policy,
    String realm,
    boolean problemBodies,
    Startup startup,
    StartReport report) {

  /** One issuer, where its keys are, and whom its tokens must be for. */
  public record TrustedIssuer(String identifier, Audience audience, KeyLocation keys) {}

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
    if (enabled && issuers.isEmpty()) {
      throw new IllegalArgumentException("At least one issuer to believe, or disabled");
    }
  }

  /**
   * Reads everything that may say something about a filter.
   *
   * @throws ConfigException if anything is wrong with it
   */
  public static GateConfig from(ConfigSources sources) {
    return GateConfigReader.read(sources);
  }

  /** Begins settings in code, with what there is no default for. */
  public static GateConfigBuilder builder(String issuer, String audience) {
    return new GateConfigBuilder(issuer, audience);
  }

  /** Stand-in until the settings are read properly. */
  public static Builder builder(String issuer, String audience) {
    return new Builder(issuer, audience);
  }

  /** Stand-in until the settings are read properly. */
  public static final class Builder {
    private final java.util.Map<Setting, String> set = new java.util.EnumMap<>(Setting.class);

    Builder(String issuer, String audience) {
      set.put(Setting.ISSUER, issuer);
      set.put(Setting.AUDIENCE, audience);
    }

    /** Sets the rules. */
    public Builder rules(String text) {
      return set(Setting.RULES, text);
    }

    /** Sets one. */
    public Builder set(Setting setting, String value) {
      set.put(setting, value);
      return this;
    }

    private String get(Setting setting, String otherwise) {
      return set.getOrDefault(setting, otherwise);
    }

    private Duration span(Setting setting, String otherwise) {
      String text = get(setting, otherwise);
      return text.endsWith("ms")
          ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
          : Duration.parse("PT" + text.toUpperCase(java.util.Locale.ROOT));
    }

    /** Reads. */
    public GateConfig build() {
      KeyLocation where =
          set.containsKey(Setting.JWKS)
              ? new KeyLocation.Text(get(Setting.JWKS, ""))
              : set.containsKey(Setting.JWKS_URI)
                  ? new KeyLocation.Jwks(java.net.URI.create(get(Setting.JWKS_URI, "")))
                  : set.containsKey(Setting.METADATA_URI)
                      ? new KeyLocation.Metadata(java.net.URI.create(get(Setting.METADATA_URI, "")))
                      : new KeyLocation.Discovered();
      Audience audience = Audience.of(java.util.Set.of(get(Setting.AUDIENCE, "").split(",")));
      List<TrustedIssuer> issuers =
          java.util.stream.Stream.of(get(Setting.ISSUER, "").split(","))
              .map(issuer -> new TrustedIssuer(issuer, audience, where))
              .toList();
      TokenRules tokens =
          new TokenRules(
              io.bearergate.keys.JwsAlgorithm.supported(),
              false,
              false,
              span(Setting.LEEWAY, "30s"),
              Integer.parseInt(get(Setting.MAX_TOKEN_SIZE, "16384")),
              List.of(),
              java.util.Set.of(),
              java.util.Optional.empty(),
              new io.bearergate.token.ClaimNames(
                  io.bearergate.token.ClaimPath.parse("aud"),
                  List.of(
                      io.bearergate.token.ClaimPath.parse("scope"),
                      io.bearergate.token.ClaimPath.parse("scp")),
                  List.of(io.bearergate.token.ClaimPath.parse("roles")),
                  List.of(io.bearergate.token.ClaimPath.parse("permissions")),
                  io.bearergate.token.ClaimPath.parse("sub")));
      JwksRules keys =
          new JwksRules(
              span(Setting.JWKS_REFRESH, "5m"),
              Duration.ofHours(24),
              span(Setting.JWKS_COOLDOWN, "5s"),
              span(Setting.CONNECT_TIMEOUT, "1s"),
              span(Setting.READ_TIMEOUT, "2s"),
              512 * 1024);
      return new GateConfig(
          true,
          issuers,
          tokens,
          keys,
          Policy.parse(get(Setting.RULES, "/** token")),
          get(Setting.REALM, "api"),
          true,
          new Startup(Startup.Mode.LAZY, Duration.ofSeconds(10)));
    }
  }
}
