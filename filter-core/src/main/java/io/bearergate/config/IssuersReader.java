package io.bearergate.config;

import io.bearergate.config.GateConfig.TrustedIssuer;
import io.bearergate.token.Leniency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads whom to believe: whom the plain settings name, and each issuer that has a block of its own.
 * None takes anything of another's settings.
 *
 * @param ofPlain reads whom the plain settings name; one, or none where there are blocks alone, or
 *     the plain settings are for whom a resolver knows
 * @param ofBlocks reads a block each
 */
record IssuersReader(
    SettingValues plain,
    List<IssuerReader> ofPlain,
    List<IssuerReader> ofBlocks,
    Optional<IssuerReader> ofTenants,
    ConfigProblems problems) {

  private static final String PERHAPS_AUTH0 =
      "issuer: %s, where the IssuerResolver says preset=auth0";

  /**
   * @param resolved whether the plain settings are for whom a resolver knows
   */
  static IssuersReader of(
      SettingValues plain, ConfigProblems problems, ClassLoader application, boolean resolved) {
    boolean plainNamesNone = !plain.isSet(Setting.ISSUER) && !plain.isSet(Setting.PRESET);
    boolean blocksAlone = !plain.blocks().isEmpty() && plainNamesNone;
    List<IssuerReader> ofPlain =
        blocksAlone && !resolved
            ? List.of()
            : List.of(IssuerReader.of(plain, problems, application));
    return new IssuersReader(
        plain,
        resolved ? List.of() : ofPlain,
        plain.blocks().stream()
            .map(name -> IssuerReader.of(plain.ofBlock(name), problems, application))
            .toList(),
        resolved ? ofPlain.stream().findFirst() : Optional.empty(),
        problems);
  }

  /** The issuers; some or all are missing when there is a problem. */
  List<TrustedIssuer> read() {
    checkNoneStray();
    List<TrustedIssuer> believed = new ArrayList<>();
    Map<String, String> namedBy = new HashMap<>();
    new IntrospectionReader.OfOne(all().stream().map(IssuerReader::reader).toList())
        .check(ofTenants.isPresent());
    for (IssuerReader reader : all()) {
      for (TrustedIssuer issuer : reader.read()) {
        believed.add(issuer);
        String other = namedBy.put(issuer.identifier(), reader.key());
        if (other != null) {
          reader.object("names an issuer that " + other + " names too. Keep it in one of them.");
        }
      }
    }
    return believed;
  }

  private List<IssuerReader> all() {
    List<IssuerReader> all = new ArrayList<>(ofPlain);
    all.addAll(ofBlocks);
    return all;
  }

  /** What is said of the tokens of an issuer that is not named would be asked of none. */
  private void checkNoneStray() {
    if (ofPlain.isEmpty() && ofTenants.isEmpty()) {
      SettingReader reader = new SettingReader(plain, problems);
      String block = plain.blocks().get(0);
      for (Setting setting : BlockKey.SETTINGS) {
        reader.object(
            setting,
            "is for the tokens of issuer, which is not set. Write it in each block it is for: "
                + new BlockKey(block, setting).key());
      }
    }
  }

  /** What of the presets somebody had better know. */
  List<String> warnings() {
    return readers().flatMap(reader -> reader.warnings().stream()).toList();
  }

  /** What of the presets is more than settings; a resolver may name the one of each tenant. */
  List<String> grants() {
    Stream<String> perhaps =
        ofTenants.stream()
            .filter(tenants -> tenants.preset() != Preset.AUTH0)
            .map(tenants -> PERHAPS_AUTH0.formatted(Leniency.CERTIFICATE_UNDER_DPOP.text()));
    return Stream.concat(readers().flatMap(reader -> reader.grants().stream()), perhaps).toList();
  }

  private Stream<IssuerReader> readers() {
    return Stream.concat(ofTenants.stream(), all().stream());
  }

  /** All settings, the plain ones first. */
  List<SettingValues> allValues() {
    List<SettingValues> all = new ArrayList<>();
    if (ofPlain.isEmpty() && ofTenants.isEmpty()) {
      all.add(plain);
    }
    readers().forEach(reader -> all.add(reader.values()));
    return all;
  }
}
