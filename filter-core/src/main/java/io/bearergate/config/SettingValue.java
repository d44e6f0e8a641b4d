package io.bearergate.config;

/**
 * What a source says of a setting.
 *
 * @param key as it stands in its source: the setting's own, or that of a named issuer
 * @param text placeholders filled in, no space around it
 * @param source where it stands
 */
record SettingValue(String key, Setting setting, String text, ConfigSource source) {

  private static final int LONGEST_SHOWN = 100;

  /** The value and its place, for messages. */
  String quoted() {
    return shown() + " (" + place() + ")";
  }

  String place() {
    return source.placeOf(key);
  }

  private String shown() {
    String shown = shown(setting, text);
    return shown.startsWith("(") ? shown : "\"" + shown + "\"";
  }

  /** {@code text} for people: no secret, no password of a URL, no keys, not too long. */
  static String shown(Setting setting, String text) {
    if (setting.isSecret()) {
      return "(hidden)";
    }
    if (KeyText.isPem(text) || (setting == Setting.JWKS && KeyText.isInline(text))) {
      return "(keys)";
    }
    String safe =
        text.replaceAll("//.*@", "//(hidden)@") // up to the last: a password may hold one
            .replaceAll("[^/\\s@]*:(?!//)\\S*@", "(hidden)@")
            .replaceAll("\\s*\\R\\s*", "\\\\n");
    return safe.length() > LONGEST_SHOWN ? safe.substring(0, LONGEST_SHOWN) + "…" : safe;
  }
}
