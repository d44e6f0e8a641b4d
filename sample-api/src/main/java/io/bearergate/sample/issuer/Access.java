package io.bearergate.sample.issuer;

import static com.nimbusds.oauth2.sdk.OAuth2Error.INVALID_AUTHORIZATION_DETAILS;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.rar.AuthorizationDetail;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a token is to open.
 *
 * @param api none: only {@code /userinfo}
 * @param details what was granted beyond scopes (RFC 9396)
 * @param binding in whose hands only
 */
record Access(
    Optional<Api> api, Set<String> scopes, List<AuthorizationDetail> details, Binding binding) {

  /** For anybody who bears it. */
  Access(Optional<Api> api, Set<String> scopes, List<AuthorizationDetail> details) {
    this(api, scopes, details, Binding.NONE);
  }

  Optional<String> audience() {
    return api.map(Api::audience);
  }

  /** The same details, but these scopes. */
  Access with(Set<String> otherScopes) {
    return new Access(api, otherScopes, details, binding);
  }

  /**
   * The same with no more than the details that {@code form} repeats, if it does (RFC 9396 §6).
   *
   * @throws GeneralException if one of them was not granted
   */
  Access narrowedBy(Parameters form) throws GeneralException {
    if (!form.has("authorization_details")) {
      return this;
    }
    List<AuthorizationDetail> wanted = detailsIn(form);
    if (wanted.isEmpty() || !details.containsAll(wanted)) {
      throw new GeneralException(INVALID_AUTHORIZATION_DETAILS);
    }
    return new Access(api, scopes, wanted, binding);
  }

  /**
   * The details as the client is told them: of those in a token that it cannot read, the types
   * only.
   */
  List<AuthorizationDetail> detailsForClient() {
    return api.filter(guarded -> guarded.encryptionKey().isPresent()).isPresent()
        ? details.stream()
            .map(detail -> new AuthorizationDetail.Builder(detail.getType()).build())
            .toList()
        : details;
  }

  private static List<AuthorizationDetail> detailsIn(Parameters form) throws GeneralException {
    String text = form.single("authorization_details").orElse("");
    StrictJson.read(text, INVALID_AUTHORIZATION_DETAILS);
    try {
      return AuthorizationDetail.parseList(text);
    } catch (ParseException e) {
      throw new GeneralException("no details", INVALID_AUTHORIZATION_DETAILS, e);
    }
  }

  static Access to(Optional<Api> api, Set<String> scopes) {
    return new Access(api, scopes, List.of());
  }

  /** The same, bound to another sender or to none. */
  Access boundTo(Binding other) {
    return new Access(api, scopes, details, other);
  }

  BindingPolicy bindingPolicy() {
    return api.map(Api::bindingPolicy).orElse(BindingPolicy.ALLOWED);
  }
}
