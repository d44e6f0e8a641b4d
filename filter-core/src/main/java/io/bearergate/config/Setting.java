package io.bearergate.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every setting there is; {@code docs/settings.md} lists them for people. */
public enum Setting {
  ENABLED("true", "false lets everything through, with a WARNING at every start"),
  ISSUER("", "the exact iss of the tokens; several: comma-separated"),
  AUDIENCE("", "accepted aud values, comma-separated; unchecked takes tokens for anybody"),
  METADATA_URI("", "where the metadata is fetched, when not derived from issuer"),
  JWKS_URI("", "where the keys are fetched, when not named by metadata"),
  JWKS("", "keys without network: a file, classpath: resource, JWKS or PEM text"),
  ALGORITHMS("", "allow-list of JWS algorithms; by default all asymmetric ones the JVM verifies"),
  TYP("any", "any: at+jwt, JWT or no typ; strict: only at+jwt with all of RFC 9068 section 2.2"),
  ID_TOKENS("refused", "accepted lets ID tokens pass as access tokens"),
  LEEWAY("30s", "for exp, nbf and iat; 0s to 5m"),
  MAX_TOKEN_SIZE("16KiB", "longer credentials are refused unread; 256B to 1MiB"),
  REQUIRED_CLAIMS("", "list of claim or claim=value that every token must carry"),
  CLIENTS("", "allow-list of clients that tokens were issued to, as client-claim names them"),
  MAX_TOKEN_AGE("", "longest accepted exp - iat; 1s to 365d"),
  AUDIENCE_CLAIM("aud", "claim path of the audience"),
  SCOPE_CLAIM("scope,scp", "claim paths of scopes, all of them counting"),
  ROLE_CLAIM("roles", "claim paths of roles"),
  PERMISSION_CLAIM("permissions", "claim paths of permissions"),
  CLIENT_CLAIM("client_id,azp", "claim paths of the client; the first that is there counts"),
  PRINCIPAL_CLAIM("sub", "claim path of the principal's name"),
  PRESET(
      "generic",
      "settings bundled for auth0, okta, entra, cognito, keycloak, google or firebase: docs/presets.md"),
  ENTRA_TENANTS("", "ids of the tenants whose tokens are taken; for the preset entra"),
  KEYCLOAK_JSON(
      "",
      "a Keycloak adapter's file, classpath: or /WEB-INF/keycloak.json: docs/migration/keycloak-json.md"),
  MAX_TENANTS("1000", "most issuers kept that an IssuerResolver vouches for; 1 to 10000"),
  TENANT_LIFETIME("10m", "how long what an IssuerResolver says of one counts; 10s to 24h"),
  RULES("/** token", "what each path asks for, one rule a line"),
  REALM("api", "the realm of every Bearer challenge"),
  DPOP("allowed", "tokens bound to a key: off refuses them, required refuses all others"),
  DPOP_MAX_AGE("60s", "oldest accepted DPoP proof; 1s to 5m"),
  DPOP_NONCE("off", "on asks for a nonce of ours in every DPoP proof: docs/dpop.md"),
  DPOP_NONCE_KEY(
      "",
      "what a cluster's nonces are made with: 32 bytes or more in base64url, a file or classpath:"),
  DPOP_ALGORITHMS(
      "ES256 ES384 ES512 PS256 PS384 PS512 RS256 RS384 RS512 EdDSA Ed25519",
      "algorithms of DPoP proofs, as challenges name them"),
  MTLS(
      "container",
      "tokens bound to a client certificate: container asks the server for it, header a proxy; off refuses them"),
  MTLS_HEADER(
      "",
      "for mtls=header: client-cert, xfcc, x-ssl-client-cert, x-amzn-mtls-clientcert or client-certificate"),
  TRUSTED_PROXIES("", "addresses and networks (CIDR) of the proxies whose headers count"),
  FORWARDED("off", "the headers of theirs that htu is held against: rfc7239 or x-forwarded"),
  PUBLIC_URL("", "origin and prefix that clients see: what a proof's htu is held against"),
  RESOURCE("", "this API's address in its metadata; by default the first audience, if it is one"),
  RESOURCE_METADATA("off", "on serves RFC 9728 metadata and names it in challenges"),
  BACK_CHANNEL_LOGOUT("", "path where issuers tell that a user has logged out: docs/revocation.md"),
  BACK_CHANNEL_LOGOUT_CLIENTS("", "accepted aud of logout tokens: client ids, comma-separated"),
  STARTUP("lazy", "lazy: 503 until keys are there; wait: wait for them; fail: no keys, no start"),
  STARTUP_TIMEOUT("10s", "longest wait for the first keys; 100ms to 5m"),
  JWKS_REFRESH("5m", "longest age of a key set; 1m to 24h"),
  JWKS_MAX_STALE("24h", "how long old keys serve through an outage; jwks-refresh to 30d"),
  JWKS_COOLDOWN("5s", "least time between fetches caused by an unknown kid; 1s to 1h"),
  CONNECT_TIMEOUT("1s", "of every call to an issuer; 100ms to 30s"),
  READ_TIMEOUT("2s", "of the whole exchange of every call to an issuer; 100ms to 30s"),
  MAX_RESPONSE_SIZE("512KiB", "longest answer of an issuer that is read; 1KiB to 16MiB"),
  PROXY("", "http://HOST:PORT, the proxy for calls to the issuer, or none; by default the JVM's"),
  TRUST_STORE("", "PEM or PKCS12 file of whom calls to the issuer trust, in place of the JVM's"),
  TRUST_STORE_PASSWORD("", "of a PKCS12 trust-store"),
  KEY_STORE("", "PEM or PKCS12 file of our certificate and its key, for calls to the issuer"),
  KEY_STORE_PASSWORD("", "of a PKCS12 key-store"),
  TOKEN_CACHE("10000", "most verified tokens kept; 0 to 1000000, 0 keeps none"),
  TOKEN_CACHE_SIZE("32MiB", "most memory of the tokens kept; 0 to 1024MiB, 0 keeps none"),
  DECRYPTION_KEYS("", "private keys for encrypted tokens: a file, classpath:, JWKS or PEM text"),
  ENCRYPTED_TOKENS("required", "once keys are set, required refuses plain tokens; or allowed"),
  INTROSPECTION_URI("", "where tokens that are no JWTs are asked about (RFC 7662); of one issuer"),
  INTROSPECTION_CLIENT_ID("", "who we are there"),
  INTROSPECTION_CLIENT_SECRET("", "our secret there; without it and a key, key-store is shown"),
  INTROSPECTION_CLIENT_KEY("", "our private key there: a file, classpath:, JWKS or PEM text"),
  INTROSPECTION_CACHE("1m", "how long a good answer counts at most; 0s to 1h, 0s asks every time"),
  INTROSPECTION_ANSWERS("json", "json, or jwt for answers that the issuer signs (RFC 9701)"),
  INTROSPECTION("opaque", "opaque asks about what is no JWT; all about JWTs too"),
  ERROR_BODY("problem+json", "body of refusals: problem+json or none");

  private static final String PREFIX = "bearergate";

  private final String defaultText;
  private final String help;

  Setting(String defaultText, String help) {
    this.defaultText = defaultText;
    this.help = help;
  }

  /** The key as init-param, annotation member's text form and in {@code bearergate.properties}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The environment variable for every filter of the JVM. */
  public String environmentName() {
    return PREFIX.toUpperCase(Locale.ROOT) + "_" + name();
  }

  /** The system property for every filter of the JVM. */
  public String propertyName() {
    return PREFIX + "." + key();
  }

  /** What holds when no source says anything; empty when there is no such text. */
  public String defaultText() {
    return defaultText;
  }

  /** One line for people. */
  public String help() {
    return help;
  }

  /** Whether values are never to be printed. */
  public boolean isSecret() {
    return this == DECRYPTION_KEYS || key().matches(".*-(secret|password|key)");
  }

  static Optional<Setting> of(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key().equals(key)).findFirst();
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Setting::key).toList();
  }
}
