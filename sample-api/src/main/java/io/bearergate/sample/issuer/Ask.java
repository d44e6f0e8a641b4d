package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.rar.AuthorizationDetail;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.Prompt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An authorization request that has passed every check.
 *
 * @param api the API that the access token is to open; none: only {@code /userinfo}
 * @param scopes what it asks for, known or not
 */
record Ask(AuthorizationRequest request, Client client, Optional<Api> api, Set<String> scopes)
    implements Errand {

  /** As it was sent, character for character. */
  String redirectUri() {
    return request.getRedirectionURI().toString();
  }

  Optional<CodeChallenge> challenge() {
    return Optional.ofNullable(request.getCodeChallenge());
  }

  Optional<Nonce> nonce() {
    return openId().map(AuthenticationRequest::getNonce);
  }

  /** The key that the code is to be redeemed with (RFC 9449 §10). */
  Optional<JWKThumbprintConfirmation> dpopKey() {
    return Optional.ofNullable(request.getDPoPJWKThumbprintConfirmation());
  }

  @Override
  public Optional<String> loginHint() {
    return openId().map(AuthenticationRequest::getLoginHint);
  }

  @Override
  public List<String> remarks() {
    return List.of();
  }

  Optional<Duration> maxAge() {
    return openId()
        .map(AuthenticationRequest::getMaxAge)
        .filter(seconds -> seconds >= 0)
        .map(Duration::ofSeconds);
  }

  /** What it asks for beyond scopes (RFC 9396). */
  @Override
  public List<AuthorizationDetail> details() {
    return Optional.ofNullable(request.getAuthorizationDetails()).orElse(List.of());
  }

  boolean prompts(Prompt.Type type) {
    return Optional.ofNullable(request.getPrompt()).filter(p -> p.contains(type)).isPresent();
  }

  /** Whether an earlier login will do, or the user must be asked again. */
  boolean takes(Login login, Instant now) {
    boolean fresh = maxAge().map(age -> now.isBefore(login.at().plus(age))).orElse(true);
    return fresh && !prompts(Prompt.Type.LOGIN) && !prompts(Prompt.Type.SELECT_ACCOUNT);
  }

  private Optional<AuthenticationRequest> openId() {
    return request instanceof AuthenticationRequest authentication
        ? Optional.of(authentication)
        : Optional.empty();
  }
}
