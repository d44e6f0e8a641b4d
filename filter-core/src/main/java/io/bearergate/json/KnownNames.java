package io.bearergate.json;

import org.jspecify.annotations.Nullable;

/**
 * The member names that nearly every token has, one {@code String} of each for all tokens: copies
 * of them would be a quarter of what reading a payload allocates, and stay as long as it is kept.
 */
final class KnownNames {

  /** A power of two at which no two of the names have the same place. */
  private static final int PLACES = 256;

  private static final @Nullable String[] NAMES =
      placed(
          "alg",
          "kid",
          "typ",
          "iss",
          "sub",
          "aud",
          "exp",
          "nbf",
          "iat",
          "jti",
          "azp",
          "client_id",
          "scope",
          "scp",
          "cnf",
          "jkt",
          "x5t#S256",
          "acr",
          "auth_time",
          "sid",
          "roles",
          "groups",
          "permissions",
          "realm_access",
          "resource_access",
          "tid",
          "oid",
          "ver",
          "cid",
          "uid",
          "org_id",
          "htm",
          "htu",
          "ath");

  private KnownNames() {}

  private static @Nullable String[] placed(String... names) {
    @Nullable String[] places = new String[PLACES];
    for (String name : names) {
      places[name.hashCode() & (PLACES - 1)] = name;
    }
    return places;
  }

  /** The name that these octets are; null if it is not a known one. */
  static @Nullable String of(byte[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    String known = NAMES[hash & (PLACES - 1)];
    return known != null && isSame(known, text, from, to) ? known : null;
  }

  private static boolean isSame(String name, byte[] text, int from, int to) {
    boolean same = name.length() == to - from;
    for (int i = 0; same && i < name.length(); i++) {
      same = name.charAt(i) == text[from + i];
    }
    return same;
  }
}
