package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client checks in the answer a browser brings back, before it does anything with it. */
record RedirectChecks(OIDCProviderMetadata provider, Checks checks) {

  /** The code, if the answer is one to this attempt by this provider. */
  AuthorizationCode codeIn(Callback callback, LoginAttempt attempt) {
    Map<String, List<String>> given = callback.parameters();
    requireState(given, attempt);
    requireIssuer(given);
    checks.require(
        !(given.containsKey("error") && given.containsKey("code")),
        "SC3",
        "either a code or an error");
    try {
      AuthorizationResponse response = AuthorizationResponse.parse(callback.redirectUri(), given);
      if (!response.indicatesSuccess()) {
        String error = response.toErrorResponse().getErrorObject().getCode();
        throw new CheckFailed("authorization", String.valueOf(error));
      }
      return response.toSuccessResponse().getAuthorizationCode();
    } catch (ParseException e) {
      throw new CheckFailed("authorization", "not an authorization response");
    }
  }

  private void requireState(Map<String, List<String>> given, LoginAttempt attempt) {
    List<String> ours = List.of(attempt.state().getValue());
    checks.require(ours.equals(given.get("state")), "SC1", "the state is that of this session");
    checks.require(attempt.closeOnce(), "SC1", "the state is answered for the first time");
  }

  private void requireIssuer(Map<String, List<String>> given) {
    List<String> ours = List.of(provider.getIssuer().getValue());
    Optional<List<String>> named = Optional.ofNullable(given.get("iss"));
    boolean right =
        named.map(ours::equals).orElse(!provider.supportsAuthorizationResponseIssuerParam());
    checks.require(right, "SC2", "the answer is from the issuer that was asked");
  }
}
