package io.bearergate.config;

import io.bearergate.config.GateConfig.TrustedIssuer;
import io.bearergate.keys.KeyLocation;
import io.bearergate.token.Audience;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads whom to believe, and where their keys are. */
record IssuerReader(SettingReader reader, SettingValues values, ClassLoader application) {

  private static final List<Setting> LOCATIONS =
      List.of(Setting.JWKS, Setting.JWKS_URI, Setting.METADATA_URI);
  private static final String UNCHECKED = "unchecked";

  /** The issuers; none when there is a problem. */
  List<TrustedIssuer> read() {
    Optional<Set<String>> issuers =
        reader.readRequired(
            Setting.ISSUER,
            IssuerReader::issuers,
            "Set it to the iss of the tokens: issuer=https://…"
                + "\nTo let everything through, which is unsafe: enabled=false");
    Optional<Audience> audience =
        reader.readRequired(
            Setting.AUDIENCE,
            IssuerReader::audience,
            "Set it to this API's identifier at the issuer.");
    checkLocations(issuers.map(Set::size).orElse(1));
    KeyLocation keys = location();
    return issuers.orElse(Set.of()).stream()
        .flatMap(issuer -> audience.stream().map(a -> new TrustedIssuer(issuer, a, keys)))
        .toList();
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

  private void checkLocations(int issuers) {
    List<Setting> set = LOCATIONS.stream().filter(values::isSet).toList();
    if (set.size() > 1) {
      reader.object(
          set.get(1), "cannot stand together with " + set.get(0).key() + ". Keep one of them.");
    }
    if (issuers > 1) {
      set.forEach(
          location ->
              reader.object(
                  location, "is for one issuer, and issuer names several. Leave it out."));
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
