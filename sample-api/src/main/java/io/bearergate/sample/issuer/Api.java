package io.bearergate.sample.issuer;

import com.nimbusds.jose.jwk.RSAKey;
import java.util.Optional;
import java.util.Set;

/**
 * An API that tokens are issued for.
 *
 * @param scopes every scope it knows
 * @param policy what its owner decided about it
 * @param encryptionKey what its tokens are encrypted with, if they are
 */
record Api(
    String audience,
    String name,
    Set<String> scopes,
    Policy policy,
    Optional<RSAKey> encryptionKey) {

  static Api parse(Fixture data) {
    return new Api(
        data.text("audience"),
        data.text("name"),
        data.words("scopes"),
        Policy.parse(data),
        Fixtures.encryptionKey(data.text("audience")));
  }

  /** The same with tokens that only the holder of this key's other half can read. */
  Api encryptedFor(RSAKey publicKey) {
    return new Api(audience, name, scopes, policy, Optional.of(publicKey.toPublicJWK()));
  }

  /** The same by another identifier. */
  Api named(String identifier) {
    return new Api(identifier, name, scopes, policy, encryptionKey);
  }

  TokenProfile profile() {
    return policy.profile();
  }

  /** Whether a user gets a scope only with the permission of the same name. */
  boolean hasRbac() {
    return policy.rbac();
  }

  Set<String> detailTypes() {
    return policy.detailTypes();
  }

  boolean skipsConsentForFirstParty() {
    return policy.skipsConsentForFirstParty();
  }

  BindingPolicy bindingPolicy() {
    return policy.binding();
  }

  /** Whether it may be called when the user is away, with tokens that were refreshed. */
  boolean allowsOfflineAccess() {
    return policy.offlineAccess();
  }

  /**
   * @param detailTypes the types of authorization details it knows (RFC 9396)
   */
  record Policy(
      TokenProfile profile,
      boolean rbac,
      boolean skipsConsentForFirstParty,
      boolean offlineAccess,
      Set<String> detailTypes,
      BindingPolicy binding) {

    static Policy parse(Fixture data) {
      return new Policy(
          TokenProfile.valueOf(data.text("profile")),
          data.flag("rbac"),
          data.flag("skip_consent_for_first_party"),
          data.flag("offline_access"),
          data.words("authorization_details_types"),
          data.optionalText("token_binding")
              .map(BindingPolicy::valueOf)
              .orElse(BindingPolicy.ALLOWED));
    }
  }
}
