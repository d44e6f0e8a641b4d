package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/**
 * A registered client. What is asked often is a question here; the rest is in its registration.
 *
 * @param apiGrants by audience, the scopes it may be given there
 * @param secret the digest of its secret, if it has one
 */
record Client(
    String id,
    Registration registration,
    Map<String, Set<String>> apiGrants,
    Optional<Digest> secret) {

  /** Refuses a redirect URI that may not be registered. */
  Client {
    registration.words("redirect_uris").forEach(RedirectUris::requireRegistrable);
  }

  static Client parse(Fixture data) {
    return new Client(
        data.text("client_id"),
        new Registration(data),
        data.wordsByName("api_grants"),
        data.optionalText("client_secret").map(Digest::of));
  }

  /** The same with one more redirect URI; its page calls from there, if it lives in a browser. */
  Client with(URI redirectUri) {
    Registration more = registration.with("redirect_uris", redirectUri.toString());
    boolean livesInBrowser = !registration.words("web_origins").isEmpty();
    String origin = redirectUri.getScheme() + "://" + redirectUri.getRawAuthority();
    return new Client(
        id, livesInBrowser ? more.with("web_origins", origin) : more, apiGrants, secret);
  }

  /** The same with other members in its registration. */
  Client with(Map<String, ?> members) {
    return new Client(id, registration.with(members), apiGrants, secret);
  }

  /** The same with what it had at one API at another, and no longer there. */
  Client granted(String audience, String identifier) {
    Map<String, Set<String>> grants = new HashMap<>(apiGrants);
    Set<String> moved = grants.remove(audience);
    if (moved != null) {
      grants.put(identifier, moved);
    }
    return new Client(id, registration, Map.copyOf(grants), secret);
  }

  String name() {
    return registration.name();
  }

  /** Without credentials of its own (RFC 6749 §2.1). */
  boolean isPublic() {
    return authenticatesBy(ClientAuthenticationMethod.NONE);
  }

  boolean authenticatesBy(ClientAuthenticationMethod method) {
    return registration.words("auth_methods").contains(method.getValue());
  }

  boolean mayUse(GrantType grant) {
    return registration.words("grant_types").contains(grant.getValue());
  }

  /** Whether its requests must come pushed (RFC 9126 §6). */
  boolean mustPush() {
    return registration.is("require_pushed_authorization_requests");
  }

  /** Whether its requests must come signed (RFC 9101 §10.5). */
  boolean mustSign() {
    return registration.is("require_signed_request_object");
  }

  /** Whether it may ask for authorization details of this type (RFC 9396 §10). */
  boolean mayAskForDetails(String type) {
    return registration.words("authorization_details_types").contains(type);
  }

  /** Whether each refresh token is good for one use; of a public client no other kind may be. */
  boolean rotatesRefreshTokens() {
    return !registration.is("reusable_refresh_tokens");
  }

  /**
   * Whether what it would get is a bearer token for ever, to whoever reads it (RFC 9700 §2.2.2).
   */
  boolean mayHoldRefreshTokens() {
    return mayUse(GrantType.REFRESH_TOKEN) && (rotatesRefreshTokens() || !isPublic());
  }

  /** Whom its certificate must name (RFC 8705 §2.1.2), unless it has registered the certificate. */
  Optional<X500Principal> certificateSubject() {
    return registration.text("tls_client_auth_subject_dn").map(X500Principal::new);
  }

  /** Whether all its tokens are bound to a key (RFC 9449 §5.2). */
  boolean mustShowKey() {
    return registration.is("dpop_bound_access_tokens");
  }

  /** Whether all its tokens are bound to a certificate (RFC 8705 §3.4). */
  boolean mustShowCertificate() {
    return registration.is("tls_client_certificate_bound_access_tokens");
  }

  /**
   * With credentials of its own, and ours: what may see a user's password, or ask behind a back.
   */
  boolean isTrusted() {
    return !isPublic() && !isThirdParty();
  }

  /** Whether it may say which address its user has: only if it has proven by a secret who it is. */
  boolean mayForwardAddress() {
    return registration.is("trust_forwarded_for") && secret.isPresent();
  }

  boolean isThirdParty() {
    return registration.is("third_party");
  }

  boolean isNative() {
    return registration.isNative();
  }

  boolean hasOrigin(String origin) {
    return registration.words("web_origins").contains(origin);
  }

  boolean accepts(String redirectUri) {
    return new RedirectUris(registration.words("redirect_uris"), isNative()).accept(redirectUri);
  }

  /** Where its users may be sent once they have logged out. */
  boolean acceptsAfterLogout(String uri) {
    return registration.words("post_logout_redirect_uris").contains(uri);
  }

  /** Where it is told that a user has logged out (Back-Channel Logout §2.2). */
  Optional<URI> logoutUri() {
    return registration.text("backchannel_logout_uri").map(URI::create);
  }

  /** The scopes it may have at {@code api}; empty if it may not go there at all. */
  Optional<Set<String>> scopesAt(Api api) {
    return Optional.ofNullable(apiGrants.get(api.audience()));
  }

  /** The members of a registration as RFC 7591 names them, with the few that are our own. */
  record Registration(Fixture data) {

    String name() {
      return data.text("client_name");
    }

    Optional<String> text(String member) {
      return data.optionalText(member);
    }

    Set<String> words(String member) {
      return data.words(member);
    }

    Registration with(String member, String word) {
      return new Registration(data.with(member, word));
    }

    Registration with(Map<String, ?> members) {
      return new Registration(data.with(members));
    }

    boolean is(String member) {
      return data.flag(member);
    }

    boolean isNative() {
      return data.optionalText("application_type").filter("native"::equals).isPresent();
    }
  }
}
