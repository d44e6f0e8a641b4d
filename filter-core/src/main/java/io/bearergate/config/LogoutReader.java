package io.bearergate.config;

import io.bearergate.config.GateConfig.TrustedIssuer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads where logout is told; half of it stops the start. */
record LogoutReader(SettingReader reader, List<TrustedIssuer> issuers) {

  /** A path that every container hands over as it is written. */
  private static final Pattern PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]++)+");

  private static final int LONGEST = 200;

  /** Empty when it is off, or when there is a problem. */
  Optional<BackChannelLogout> read() {
    Optional<String> path = reader.readIfSet(Setting.BACK_CHANNEL_LOGOUT, LogoutReader::path);
    Optional<Set<String>> clients =
        reader.readIfSet(Setting.BACK_CHANNEL_LOGOUT_CLIENTS, ListText::parted);
    if (!reader.values().isSet(Setting.BACK_CHANNEL_LOGOUT_CLIENTS)) {
      reader.object(
          Setting.BACK_CHANNEL_LOGOUT,
          "needs to know who this application is to the issuer. Add the line:"
              + " back-channel-logout-clients=CLIENT_ID");
    }
    if (!reader.values().isSet(Setting.BACK_CHANNEL_LOGOUT)) {
      reader.object(
          Setting.BACK_CHANNEL_LOGOUT_CLIENTS,
          "is nothing without a path. Add the line: back-channel-logout=/backchannel-logout");
    }
    if (issuers.isEmpty() || issuers.stream().anyMatch(LogoutReader::isBoundless)) {
      reader.object(
          Setting.BACK_CHANNEL_LOGOUT,
          "needs issuers that settings list, and to know how long their tokens live at most. Add to"
              + " each the line: max-token-age=24h");
    }
    return path.flatMap(known -> clients.map(names -> new BackChannelLogout(known, names)));
  }

  private static boolean isBoundless(TrustedIssuer issuer) {
    return issuer.rules().maxTokenAge().isEmpty();
  }

  private static String path(String text) {
    if (text.length() > LONGEST || !PATH.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "is not a plain path. Write letters, digits and - . _ ~ only, as in /backchannel-logout.");
    }
    return text;
  }
}
