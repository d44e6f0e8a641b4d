package io.bearergate.config;

import io.bearergate.introspection.IntrospectionClient;
import io.bearergate.introspection.IntrospectionRules;
import io.bearergate.keys.SigningKey;
import io.bearergate.policy.DurationText;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads how one issuer is asked about tokens that only it can read. */
record IntrospectionReader(SettingReader reader, ClassLoader application) {

  private static final List<Setting> BESIDES =
      List.of(
          Setting.INTROSPECTION_CLIENT_ID,
          Setting.INTROSPECTION_CLIENT_SECRET,
          Setting.INTROSPECTION_CLIENT_KEY,
          Setting.INTROSPECTION_CACHE,
          Setting.INTROSPECTION_ANSWERS,
          Setting.INTROSPECTION);

  private String key(Setting setting) {
    return reader.values().key(setting);
  }

  private boolean isSet(Setting setting) {
    return reader.values().isSet(setting);
  }

  /** The settings are for one issuer. */
  void checkIssuers(int issuers, String named) {
    if (issuers > 1) {
      reader.object(
          Setting.INTROSPECTION_URI,
          "is for one issuer, and " + named + " names several. Write it in a block of that one.");
    }
  }

  void refuseForTenants() {
    reader.object(
        Setting.INTROSPECTION_URI,
        "is for one issuer, and these are found at run time. Write it in a block of the one.");
    refuseBesides();
  }

  /** How {@code issuer} is asked; empty where it is not, or when there is a problem. */
  Optional<IntrospectionRules> read(String issuer) {
    if (!isSet(Setting.INTROSPECTION_URI)) {
      refuseBesides();
      return Optional.empty();
    }
    Optional<URI> address = reader.readIfSet(Setting.INTROSPECTION_URI, AddressText::parse);
    Optional<IntrospectionClient> client = client();
    boolean everyToken =
        reader.read(Setting.INTROSPECTION, WordText.oneOf("opaque", "all")).equals("all");
    boolean signed =
        reader.read(Setting.INTROSPECTION_ANSWERS, WordText.oneOf("json", "jwt")).equals("jwt");
    Duration kept = reader.read(Setting.INTROSPECTION_CACHE, DurationText.between("0s", "1h"));
    return address.flatMap(
        at -> client.map(who -> new IntrospectionRules(issuer, at, who, everyToken, signed, kept)));
  }

  private void refuseBesides() {
    String problem = "is nothing without " + key(Setting.INTROSPECTION_URI) + ". Set that too.";
    BESIDES.forEach(setting -> reader.object(setting, problem));
  }

  /** Who we are there, proven in exactly one way. */
  private Optional<IntrospectionClient> client() {
    boolean secret = isSet(Setting.INTROSPECTION_CLIENT_SECRET);
    boolean key = isSet(Setting.INTROSPECTION_CLIENT_KEY);
    if (secret && key) {
      reader.object(
          Setting.INTROSPECTION_CLIENT_KEY,
          "cannot stand together with "
              + key(Setting.INTROSPECTION_CLIENT_SECRET)
              + ". Keep one of them.");
    }
    if (!secret && !key && !reader.values().isSetForAll(Setting.KEY_STORE)) {
      reader.object(
          Setting.INTROSPECTION_URI,
          "is asked without proof of who we are. Set one of "
              + key(Setting.INTROSPECTION_CLIENT_SECRET)
              + ", "
              + key(Setting.INTROSPECTION_CLIENT_KEY)
              + " and key-store.");
    }
    Optional<String> id =
        reader.readRequired(
            Setting.INTROSPECTION_CLIENT_ID,
            text -> text,
            "Set it to the client_id that this API has at the issuer.");
    Optional<String> password = reader.readIfSet(Setting.INTROSPECTION_CLIENT_SECRET, text -> text);
    Optional<SigningKey> own =
        reader.readIfSet(
            Setting.INTROSPECTION_CLIENT_KEY,
            text -> SigningKey.parse(KeyText.readPrivate(text, application)));
    return id.flatMap(named -> proven(named, password, own, secret || key));
  }

  private static Optional<IntrospectionClient> proven(
      String id, Optional<String> secret, Optional<SigningKey> key, boolean named) {
    Optional<IntrospectionClient> bySecret =
        secret.map(text -> new IntrospectionClient.Secret(id, text));
    Optional<IntrospectionClient> byKey = key.map(own -> new IntrospectionClient.Key(id, own));
    return bySecret
        .or(() -> byKey)
        .or(() -> named ? Optional.empty() : Optional.of(new IntrospectionClient.Certificate(id)));
  }

  /**
   * What holds among all issuers: one of them is asked, and about JWTs only if it is the only one.
   */
  record OfOne(List<SettingReader> readers) {

    void check(boolean tenants) {
      List<SettingReader> asked =
          readers.stream().filter(one -> one.values().isSet(Setting.INTROSPECTION_URI)).toList();
      asked.stream()
          .skip(1)
          .forEach(
              one ->
                  one.object(
                      Setting.INTROSPECTION_URI,
                      "cannot stand together with "
                          + asked.get(0).values().key(Setting.INTROSPECTION_URI)
                          + ": an opaque token does not say whose it is. Keep one of them."));
      for (SettingReader one : asked) {
        boolean all =
            one.values().of(Setting.INTROSPECTION).filter(v -> v.text().equals("all")).isPresent();
        if (all && (tenants || readers.size() > 1)) {
          one.object(
              Setting.INTROSPECTION,
              "asks this issuer about the tokens of others. Write opaque, or leave it out.");
        }
        if (all && one.values().isSetForAll(Setting.DECRYPTION_KEYS)) {
          one.object(
              Setting.INTROSPECTION,
              "leaves nothing to decrypt, and decryption-keys is set. Leave one of them out.");
        }
      }
    }
  }
}
