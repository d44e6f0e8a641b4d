package io.bearergate.config;

import io.bearergate.policy.DurationText;
import io.bearergate.sender.SenderRules;
import io.bearergate.sender.SenderRules.Dpop;
import io.bearergate.sender.SenderRules.Use;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Reads how presenters prove that a token is theirs. */
final class SenderReader {

  private SenderReader() {}

  static SenderRules read(SettingReader reader, Duration leeway) {
    String use = reader.read(Setting.DPOP, WordText.oneOf("off", "allowed", "required"));
    Dpop dpop =
        new Dpop(
            Use.valueOf(use.toUpperCase(Locale.ROOT)),
            reader.read(Setting.DPOP_MAX_AGE, DurationText.between("1s", "5m")),
            leeway,
            List.copyOf(reader.read(Setting.DPOP_ALGORITHMS, AlgorithmsText.OF_HOLDERS::parse)),
            reader.readIfSet(Setting.PUBLIC_URL, AddressText::origin));
    String mtls = reader.read(Setting.MTLS, WordText.oneOf("off", "container", "header"));
    return new SenderRules(
        dpop, !mtls.equals("off"), new ProxiesReader(reader).read(mtls.equals("header")));
  }
}
