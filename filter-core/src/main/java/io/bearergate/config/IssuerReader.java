package io.bearergate.config;

import io.bearergate.config.GateConfig.TrustedIssuer;
import io.bearergate.keys.JwsAlgorithm;
import io.bearergate.keys.KeyLocation;
import io.bearergate.policy.DurationText;
import io.bearergate.token.Audience;
import io.bearergate.token.ClaimNames;
import io.bearergate.token.IssuerRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one issuer, or several that are alike: what their tokens must be, where their keys are. */
record IssuerReader(SettingReader reader, Preset preset, ClassLoader application) {

  private static final List<Setting> LOCATIONS =
      List.of(Setting.JWKS, Setting.JWKS_URI, Setting.METADATA_URI);
  private static final String UNCHECKED = "unchecked";

  /** In place of one that is a problem already. */
  private static final Audience NOBODY = Audience.of(Set.of("nobody"));

  static IssuerReader of(SettingValues values, ConfigProblems problems, ClassLoader application) {
    Preset preset = new SettingReader(values, problems).read(Setting.PRESET, Preset::parse);
    SettingValues all = values.with(preset.source(values));
    return new IssuerReader(new SettingReader(all, problems), preset, application);
  }

  SettingValues values() {
    return reader.values();
  }

  /** What the setting with their names is called. */
  String key() {
    return values().key(Setting.ISSUER);
  }

  /** A problem with their names, which are good in themselves. */
  void object(String problem) {
    reader.object(Setting.ISSUER, problem);
  }

  /** The issuers; none when there is a problem. */
  List<TrustedIssuer> read() {
    Optional<Set<String>> tenants = tenants();
    Optional<Set<String>> issuers =
        reader.readRequired(
            Setting.ISSUER,
            text -> tenants.isPresent() ? EntraTenants.issuers(text, tenants.get()) : issuers(text),
            "Set it to the iss of the tokens: issuer=https://…"
                + "\nTo let everything through, which is unsafe: enabled=false");
    Optional<Audience> audience = audience();
    checkLocations(issuers.map(Set::size).orElse(1));
    KeyLocation keys = location();
    Optional<IssuerRules> rules = rules(audience);
    IntrospectionReader introspection = new IntrospectionReader(reader, application);
    introspection.checkIssuers(issuers.map(Set::size).orElse(1), key());
    return issuers.orElse(Set.of()).stream()
        .flatMap(
            issuer ->
                rules.stream()
                    .map(r -> new TrustedIssuer(issuer, r, keys, introspection.read(issuer))))
        .toList();
  }

  /** One that is named elsewhere; of no use where there are problems. */
  Optional<TrustedIssuer> readTenant(String issuer) {
    Optional<Audience> audience = audience();
    checkLocations(1);
    KeyLocation keys = location();
    new IntrospectionReader(reader, application).refuseForTenants();
    return rules(audience).map(rules -> new TrustedIssuer(issuer, rules, keys));
  }

  private Optional<Audience> audience() {
    return reader.readRequired(
        Setting.AUDIENCE, IssuerReader::audience, "Set it to this API's identifier at the issuer.");
  }

  /** What of the preset is more than settings, for the start log. */
  List<String> grants() {
    return preset.leniencies(values()).stream()
        .map(leniency -> key() + ": " + leniency.text() + " (preset " + preset.word() + ")")
        .toList();
  }

  /** The tenants of the preset entra; none too when there is a problem. */
  private Optional<Set<String>> tenants() {
    if (preset != Preset.ENTRA) {
      reader.object(Setting.ENTRA_TENANTS, "is nothing without preset=entra. Set that too.");
      return Optional.empty();
    }
    return Optional.of(
        reader
            .readRequired(
                Setting.ENTRA_TENANTS,
                EntraTenants::parse,
                "Set it to the ids of the tenants whose tokens are taken.")
            .orElse(Set.of()));
  }

  private static Set<String> issuers(String text) {
    Set<String> issuers = ListText.parted(text);
    issuers.forEach(AddressText::issuer);
    return issuers;
  }

  private static Audience audience(String text) {
    if (text.equals(UNCHECKED)) {
      return Audience.ofAnybody();
    }
    Set<String> accepted = new LinkedHashSet<>(ListText.parted(text));
    if (accepted.contains(UNCHECKED)) {
      throw new IllegalArgumentException(
          "names unchecked beside other values. Write either it alone, which is unsafe, or the"
              + " others.");
    }
    return Audience.of(accepted);
  }

  /** All are read, whatever is wrong with one of them, so that all problems are told. */
  private Optional<IssuerRules> rules(Optional<Audience> audience) {
    IssuerRules rules =
        new IssuerRules(
            audience.orElse(NOBODY),
            reader
                .readIfSet(Setting.ALGORITHMS, AlgorithmsText.OF_ISSUERS::parse)
                .orElseGet(() -> EnumSet.allOf(JwsAlgorithm.class)),
            reader.read(Setting.TYP, WordText.oneOf("any", "strict")).equals("strict"),
            reader
                .read(Setting.ID_TOKENS, WordText.oneOf("refused", "accepted"))
                .equals("accepted"),
            reader.readIfSet(Setting.REQUIRED_CLAIMS, ClaimsText::required).orElse(List.of()),
            reader
                .readIfSet(Setting.CLIENTS, text -> Set.copyOf(ListText.words(text)))
                .orElse(Set.of()),
            reader.readIfSet(Setting.MAX_TOKEN_AGE, DurationText.between("1s", "365d")),
            claimNames(),
            preset.mistakes(),
            preset.leniencies(values()));
    return audience.map(known -> rules);
  }

  private ClaimNames claimNames() {
    return new ClaimNames(
        reader.read(Setting.AUDIENCE_CLAIM, ClaimsText::path),
        reader.read(Setting.SCOPE_CLAIM, ClaimsText::paths),
        reader.read(Setting.ROLE_CLAIM, ClaimsText::paths),
        reader.read(Setting.PERMISSION_CLAIM, ClaimsText::paths),
        reader.read(Setting.CLIENT_CLAIM, ClaimsText::paths),
        reader.read(Setting.PRINCIPAL_CLAIM, ClaimsText::path));
  }

  /** What of the preset somebody had better know. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    values()
        .of(Setting.ISSUER)
        .filter(this::isOktaOrg)
        .map(this::orgServer)
        .ifPresent(warnings::add);
    values().of(Setting.REQUIRED_CLAIMS).flatMap(this::replaced).ifPresent(warnings::add);
    return warnings;
  }

  private boolean isOktaOrg(SettingValue issuers) {
    return preset == Preset.OKTA
        && ListText.parted(issuers.text()).stream().anyMatch(one -> !one.contains("/oauth2/"));
  }

  private String orgServer(SettingValue issuers) {
    return "%s = %s (%s): the access tokens of Okta's org authorization server are for Okta alone; the issuer of a custom one ends in /oauth2/ and its id"
        .formatted(issuers.key(), issuers.text(), issuers.place());
  }

  /** Claims of one's own are no reason to do without those of the preset. */
  private Optional<String> replaced(SettingValue required) {
    SettingValues bundle = values().presetAlone();
    return bundle
        .of(Setting.REQUIRED_CLAIMS)
        .map(SettingValue::text)
        .filter(text -> !required.text().contains(text))
        .map(
            text ->
                "%s (%s) leaves out %s of the preset %s"
                    .formatted(required.key(), required.place(), text, preset.word()));
  }

  private void checkLocations(int issuers) {
    List<Setting> set = LOCATIONS.stream().filter(values()::isSet).toList();
    if (set.size() > 1) {
      reader.object(
          set.get(1),
          "cannot stand together with " + values().key(set.get(0)) + ". Keep one of them.");
    }
    if (issuers > 1) {
      set.forEach(
          location ->
              reader.object(
                  location, "is for one issuer, and " + key() + " names several. Leave it out."));
    }
  }

  private KeyLocation location() {
    Optional<KeyLocation> text =
        reader.readIfSet(
            Setting.JWKS, value -> new KeyLocation.Text(KeyText.read(value, application)));
    Optional<KeyLocation> jwks =
        reader.readIfSet(Setting.JWKS_URI, value -> new KeyLocation.Jwks(AddressText.parse(value)));
    Optional<KeyLocation> metadata =
        reader.readIfSet(
            Setting.METADATA_URI, value -> new KeyLocation.Metadata(AddressText.parse(value)));
    return text.or(() -> jwks).or(() -> metadata).orElseGet(KeyLocation.Discovered::new);
  }
}
