package io.bearergate.config;

import io.bearergate.policy.NearestName;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The key of a setting of one named issuer, as in {@code issuers.old.jwks-uri}.
 *
 * @param block the issuer's name here: lower-case letters, digits and hyphens, so that it can be
 *     told from the name of an environment variable too
 */
record BlockKey(String block, Setting setting) {

  /** What each issuer has its own of. */
  static final Set<Setting> SETTINGS =
      Collections.unmodifiableSet(
          EnumSet.of(
              Setting.ISSUER,
              Setting.AUDIENCE,
              Setting.METADATA_URI,
              Setting.JWKS_URI,
              Setting.JWKS,
              Setting.ALGORITHMS,
              Setting.TYP,
              Setting.ID_TOKENS,
              Setting.REQUIRED_CLAIMS,
              Setting.CLIENTS,
              Setting.MAX_TOKEN_AGE,
              Setting.AUDIENCE_CLAIM,
              Setting.SCOPE_CLAIM,
              Setting.ROLE_CLAIM,
              Setting.PERMISSION_CLAIM,
              Setting.CLIENT_CLAIM,
              Setting.PRINCIPAL_CLAIM,
              Setting.PRESET,
              Setting.ENTRA_TENANTS,
              Setting.INTROSPECTION_URI,
              Setting.INTROSPECTION_CLIENT_ID,
              Setting.INTROSPECTION_CLIENT_SECRET,
              Setting.INTROSPECTION_CLIENT_KEY,
              Setting.INTROSPECTION_CACHE,
              Setting.INTROSPECTION_ANSWERS,
              Setting.INTROSPECTION));

  private static final List<String> NAMES = SETTINGS.stream().map(Setting::key).toList();

  private static final String BLOCKS = "issuers";
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

  /** What all keys of a block begin with. */
  static String prefix(String block) {
    return BLOCKS + "." + block + ".";
  }

  String key() {
    return prefix(block) + setting.key();
  }

  /** Whether a key is meant for a block, be it one or not. */
  static boolean isMeantBy(String key) {
    return key.startsWith(BLOCKS + ".") || key.startsWith(BLOCKS + "-");
  }

  /** The key that {@code text} is; empty when it is none. */
  static Optional<BlockKey> of(String text) {
    int end = text.lastIndexOf('.');
    if (!text.startsWith(BLOCKS + ".") || end <= BLOCKS.length()) {
      return Optional.empty();
    }
    String block = text.substring(BLOCKS.length() + 1, end);
    return Setting.of(text.substring(end + 1))
        .filter(setting -> SETTINGS.contains(setting) && NAME.matcher(block).matches())
        .map(setting -> new BlockKey(block, setting));
  }

  /** The key that an environment variable stands for, where dots and hyphens look alike. */
  static String dotted(String hyphened) {
    if (!hyphened.startsWith(BLOCKS + "-")) {
      return hyphened;
    }
    String rest = hyphened.substring(BLOCKS.length() + 1);
    return NAMES.stream()
        .filter(name -> rest.endsWith("-" + name))
        .map(name -> prefix(rest.substring(0, rest.length() - name.length() - 1)) + name)
        .findFirst()
        .orElse(hyphened);
  }

  /** What to say of a key that is meant for a block and is none. */
  static String unknown(String key) {
    char separator = key.charAt(BLOCKS.length());
    String rest = key.substring(BLOCKS.length() + 1);
    for (int end = rest.indexOf(separator); end > 0; end = rest.indexOf(separator, end + 1)) {
      Optional<String> meant = meant(rest.substring(0, end), rest.substring(end + 1));
      if (meant.isPresent()) {
        return meant.get();
      }
    }
    return "is not a setting of an issuer. Write issuers.NAME.issuer, say; NAME is lower-case"
        + " letters, digits and hyphens.";
  }

  private static Optional<String> meant(String block, String typed) {
    if (!NAME.matcher(block).matches()) {
      return Optional.empty();
    }
    if (Setting.of(typed).filter(setting -> !SETTINGS.contains(setting)).isPresent()) {
      return Optional.of("is for all issuers alike. Write " + typed + " by itself.");
    }
    return NearestName.to(typed.toLowerCase(Locale.ROOT), NAMES)
        .map(name -> "is not a setting. Did you mean " + prefix(block) + name + "?");
  }
}
