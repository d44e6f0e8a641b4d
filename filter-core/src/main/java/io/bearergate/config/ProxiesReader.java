package io.bearergate.config;

import io.bearergate.sender.CertificateHeader;
import io.bearergate.sender.ForwardedForm;
import io.bearergate.sender.Proxies;
import io.bearergate.sender.ProxyAddresses;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads which proxies are believed, and what. */
record ProxiesReader(SettingReader reader) {

  private static final List<String> KEYS = CertificateHeader.keys();
  private static final Function<String, String> HEADERS =
      WordText.oneOf(KEYS.toArray(String[]::new));
  private static final Function<String, String> FORMS =
      WordText.oneOf("off", "rfc7239", "x-forwarded");

  Proxies read(boolean certificateInHeader) {
    Optional<CertificateHeader> header = Optional.empty();
    if (certificateInHeader) {
      String hint = "mtls=header needs the one that your proxy sets. Write mtls-header=";
      header =
          reader.readRequired(
              Setting.MTLS_HEADER,
              text -> CertificateHeader.valueOf(constant(HEADERS.apply(text))),
              hint + String.join(" or mtls-header=", KEYS) + ".");
    } else {
      reader.object(Setting.MTLS_HEADER, "is nothing without mtls=header. Set that too.");
    }
    Optional<ForwardedForm> forwarded =
        reader.read(Setting.FORWARDED, text -> form(FORMS.apply(text)));
    if (forwarded.isPresent() && reader.values().isSet(Setting.PUBLIC_URL)) {
      reader.object(
          Setting.FORWARDED,
          "is nothing beside public-url, which htu is held against alone. Leave one of them out.");
    }
    return new Proxies(trusted(certificateInHeader, forwarded), header, forwarded);
  }

  private static Optional<ForwardedForm> form(String text) {
    return text.equals("off")
        ? Optional.empty()
        : Optional.of(ForwardedForm.valueOf(constant(text)));
  }

  private static String constant(String text) {
    return text.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private ProxyAddresses trusted(boolean header, Optional<ForwardedForm> forwarded) {
    Function<String, ProxyAddresses> parser = text -> ProxyAddresses.of(ListText.words(text));
    if (header || forwarded.isPresent()) {
      String wanting = header ? "mtls=header" : "forwarded";
      String hint = wanting + " counts from these alone. Write trusted-proxies=ADDRESS[/BITS], ….";
      return reader
          .readRequired(Setting.TRUSTED_PROXIES, parser, hint)
          .orElse(Proxies.NONE.trusted());
    }
    reader.object(
        Setting.TRUSTED_PROXIES, "is nothing without mtls=header or forwarded. Set one of them.");
    return Proxies.NONE.trusted();
  }
}
