package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a client checks in the answer a browser brings back, before it does anything with it. */
record RedirectChecks(OIDCProviderMetadata provider, Checks checks) {

  private static final Set<String> GRANTED = Set.of("code", "id_token", "access_token");

  /** The code, if the answer is one to this attempt by this provider. */
  AuthorizationCode codeIn(Callback callback, LoginAttempt attempt) {
    return Optional.ofNullable(answerIn(callback, attempt).getAuthorizationCode())
        .orElseThrow(() -> new CheckFailed("authorization", "there is no code"));
  }

  /** The answer, if it came as a form: in an address, tokens would be left behind everywhere. */
  AuthenticationSuccessResponse postedIn(Callback callback, LoginAttempt attempt) {
    checks.require(callback.posted(), "form", "the answer came as a form");
    return answerIn(callback, attempt);
  }

  private AuthenticationSuccessResponse answerIn(Callback callback, LoginAttempt attempt) {
    Map<String, List<String>> given = callback.parameters();
    requireState(given, attempt);
    requireIssuer(given);
    checks.require(
        !given.containsKey("error") || Collections.disjoint(given.keySet(), GRANTED),
        "SC3",
        "either something granted or an error");
    checks.require(
        given.values().stream().allMatch(values -> values.size() == 1), "SC3", "nothing twice");
    try {
      AuthenticationResponse response =
          AuthenticationResponseParser.parse(callback.redirectUri(), given);
      if (!response.indicatesSuccess()) {
        String error = response.toErrorResponse().getErrorObject().getCode();
        throw CheckFailed.byError("authorization", error);
      }
      return response.toSuccessResponse();
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
