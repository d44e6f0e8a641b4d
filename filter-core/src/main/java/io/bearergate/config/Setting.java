package io.bearergate.config;

import java.util.Locale;

/** The only list of settings. */
public enum Setting {
  ENABLED,
  ISSUER,
  AUDIENCE,
  METADATA_URI,
  JWKS_URI,
  JWKS,
  RULES,
  LEEWAY,
  MAX_TOKEN_SIZE,
  CONNECT_TIMEOUT,
  READ_TIMEOUT,
  JWKS_COOLDOWN,
  JWKS_REFRESH,
  REALM;

  /** As written in web.xml. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
