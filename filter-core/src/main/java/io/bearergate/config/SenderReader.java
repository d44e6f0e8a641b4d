package io.bearergate.config;

import io.bearergate.policy.DurationText;
import io.bearergate.sender.NonceKeys;
import io.bearergate.sender.SenderRules;
import io.bearergate.sender.SenderRules.Dpop;
import io.bearergate.sender.SenderRules.Use;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads how presenters prove that a token is theirs. */
final class SenderReader {

  private SenderReader() {}

  static SenderRules read(SettingReader reader, Duration leeway, ClassLoader application) {
    String use = reader.read(Setting.DPOP, WordText.oneOf("off", "allowed", "required"));
    Dpop dpop =
        new Dpop(
            Use.valueOf(use.toUpperCase(Locale.ROOT)),
            reader.read(Setting.DPOP_MAX_AGE, DurationText.between("1s", "5m")),
            leeway,
            List.copyOf(reader.read(Setting.DPOP_ALGORITHMS, AlgorithmsText.OF_HOLDERS::parse)),
            reader.readIfSet(Setting.PUBLIC_URL, AddressText::origin),
            nonceKeys(reader, use, application));
    String mtls = reader.read(Setting.MTLS, WordText.oneOf("off", "container", "header"));
    return new SenderRules(
        dpop, !mtls.equals("off"), new ProxiesReader(reader).read(mtls.equals("header")));
  }

  private static Optional<NonceKeys> nonceKeys(
      SettingReader reader, String use, ClassLoader application) {
    Optional<NonceKeys> given =
        reader.readIfSet(Setting.DPOP_NONCE_KEY, text -> SecretText.nonceKeys(text, application));
    if (reader.read(Setting.DPOP_NONCE, WordText.oneOf("off", "on")).equals("off")) {
      reader.object(Setting.DPOP_NONCE_KEY, "is nothing without nonces. Write dpop-nonce=on too.");
      return Optional.empty();
    }
    if (use.equals("off")) {
      reader.object(Setting.DPOP_NONCE, "is nothing with dpop=off. Take one of them out.");
    }
    return given.or(() -> Optional.of(NonceKeys.random()));
  }
}
