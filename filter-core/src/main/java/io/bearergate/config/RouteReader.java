package io.bearergate.config;

import io.bearergate.keys.CallRoute;
import io.bearergate.keys.OwnCertificate;
import io.bearergate.keys.TrustedCertificates;
import java.net.Proxy;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads the way to an issuer: through which proxy, whom to trust there, and as whom. */
record RouteReader(SettingReader reader, ClassLoader application) {

  CallRoute read() {
    Optional<Proxy> proxy = reader.readIfSet(Setting.PROXY, ProxyText::parse);
    return new CallRoute(
        proxy,
        store(Setting.TRUST_STORE, Setting.TRUST_STORE_PASSWORD, TrustedCertificates::parse),
        store(Setting.KEY_STORE, Setting.KEY_STORE_PASSWORD, OwnCertificate::parse));
  }

  private <T> Optional<T> store(
      Setting file, Setting password, BiFunction<byte[], Optional<String>, T> parser) {
    if (!reader.values().isSet(file)) {
      reader.object(password, "is nothing without " + file.key() + ". Set that too.");
    }
    Optional<String> secret = reader.readIfSet(password, text -> text);
    if (reader.values().isSet(password) && secret.isEmpty()) {
      return Optional.empty(); // a problem already
    }
    return reader.readIfSet(
        file,
        place -> parser.apply(PlacedFile.read(place, application, "or classpath:NAME"), secret));
  }
}
