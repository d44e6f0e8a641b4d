package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client checks in the answer a browser brings back, before it does anything with it. */
record RedirectChecks(OIDCProviderMetadata provider) {

  /** The code, if the answer is one to this attempt by this provider. */
  AuthorizationCode codeIn(URI callback, LoginAttempt attempt) {
    Map<String, List<String>> given = URLUtils.parseParameters(callback.getRawQuery());
    requireState(given, attempt);
    requireIssuer(given);
    CheckFailed.unless(
        !(given.containsKey("error") && given.containsKey("code")),
        "SC3",
        "error and code at once");
    try {
      AuthorizationResponse response = AuthorizationResponse.parse(callback);
      if (!response.indicatesSuccess()) {
        String error = response.toErrorResponse().getErrorObject().getCode();
        throw new CheckFailed("authorization", String.valueOf(error));
      }
      return response.toSuccessResponse().getAuthorizationCode();
    } catch (ParseException e) {
      throw new CheckFailed("authorization", "not an authorization response");
    }
  }

  private static void requireState(Map<String, List<String>> given, LoginAttempt attempt) {
    List<String> ours = List.of(attempt.state().getValue());
    CheckFailed.unless(ours.equals(given.get("state")), "SC1", "not the state of this session");
    CheckFailed.unless(attempt.closeOnce(), "SC1", "this state has been answered before");
  }

  private void requireIssuer(Map<String, List<String>> given) {
    List<String> ours = List.of(provider.getIssuer().getValue());
    Optional<List<String>> named = Optional.ofNullable(given.get("iss"));
    boolean right =
        named.map(ours::equals).orElse(!provider.supportsAuthorizationResponseIssuerParam());
    CheckFailed.unless(right, "SC2", "an answer by another issuer");
  }
}
