package io.bearergate.sample.issuer;

import static io.bearergate.sample.issuer.ScopePolicy.OPENID;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import io.bearergate.sample.issuer.SentRequest.Carriage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What can be wrong with an authorization request once client and redirect URI are known (rows AE3
 * to AE14 of the flow specifications). The first objection counts.
 */
record AskChecks(Registry registry, ErrorProfile errors) {

  private static final Pattern SHA256_DIGEST = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int LONGEST_STATE = 2048;

  @FunctionalInterface
  private interface Check {
    Optional<ErrorObject> objection(Parameters parameters, Client client);
  }

  Optional<ErrorObject> firstObjection(SentRequest sent) {
    return sent.fault().or(() -> firstObjection(sent.parameters(), sent.client(), sent.carriage()));
  }

  private Optional<ErrorObject> firstObjection(
      Parameters parameters, Client client, Carriage carriage) {
    ResponseRules response = new ResponseRules(registry);
    List<Check> inOrder =
        List.of(
            AskChecks::repetition,
            response::objectionToType,
            response::objectionToMode,
            (given, by) -> when(!carriage.suits(by), OAuth2Error.INVALID_REQUEST),
            AskChecks::codeChallenge,
            AskChecks::nonce,
            AskChecks::scope,
            AskChecks::state,
            AskChecks::dpopKey,
            this::target,
            (given, by) -> authorizationDetails(given, by, carriage));
    return inOrder.stream()
        .flatMap(check -> check.objection(parameters, client).stream())
        .findFirst();
  }

  private static Optional<ErrorObject> repetition(Parameters parameters, Client client) {
    return when(parameters.repeatsAny(), OAuth2Error.INVALID_REQUEST);
  }

  private static Optional<ErrorObject> codeChallenge(Parameters parameters, Client client) {
    if (!ResponseRules.wantsCode(parameters)) {
      return Optional.empty();
    }
    if (!parameters.has("code_challenge")) {
      return when(
          client.isPublic() || parameters.has("code_challenge_method"),
          OAuth2Error.INVALID_REQUEST);
    }
    // No method means "plain" (RFC 7636 §4.3), which is refused like the word itself.
    return when(
        !parameters
                .single("code_challenge_method")
                .equals(Optional.of(CodeChallengeMethod.S256.getValue()))
            || !matches(parameters, "code_challenge", SHA256_DIGEST),
        OAuth2Error.INVALID_REQUEST);
  }

  private static boolean matches(Parameters parameters, String name, Pattern pattern) {
    return parameters.single(name).filter(value -> pattern.matcher(value).matches()).isPresent();
  }

  private static Optional<ErrorObject> scope(Parameters parameters, Client client) {
    Optional<String> scope = parameters.single("scope");
    boolean misspelt = scope.filter(words -> !ScopePolicy.isWellFormed(words)).isPresent();
    boolean noLogin = scope.filter(words -> ScopePolicy.words(words).contains(OPENID)).isEmpty();
    return when(
        misspelt || (noLogin && ResponseRules.wantsIdToken(parameters)), OAuth2Error.INVALID_SCOPE);
  }

  private static Optional<ErrorObject> nonce(Parameters parameters, Client client) {
    // An ID token that passes through the browser is worth nothing without (OIDC Core §3.2.2.1).
    return when(
        ResponseRules.wantsIdToken(parameters) && !parameters.has("nonce"),
        OAuth2Error.INVALID_REQUEST);
  }

  private static Optional<ErrorObject> state(Parameters parameters, Client client) {
    return when(
        parameters.single("state").filter(state -> state.length() > LONGEST_STATE).isPresent(),
        OAuth2Error.INVALID_REQUEST);
  }

  private static Optional<ErrorObject> dpopKey(Parameters parameters, Client client) {
    return when(
        parameters.has("dpop_jkt") && !matches(parameters, "dpop_jkt", SHA256_DIGEST),
        OAuth2Error.INVALID_REQUEST);
  }

  private Optional<ErrorObject> authorizationDetails(
      Parameters parameters, Client client, Carriage carriage) {
    Optional<String> details = parameters.single("authorization_details");
    // Never in the open query, whatever they say: anybody on the way could change them.
    return details
        .filter(
            text ->
                carriage.isPlain()
                    || !new DetailsRules(Target.of(parameters).apiFor(client, registry), client)
                        .accept(text))
        .map(text -> OAuth2Error.INVALID_AUTHORIZATION_DETAILS);
  }

  private Optional<ErrorObject> target(Parameters parameters, Client client) {
    Target target = Target.of(parameters);
    return when(target.isContradictory(), OAuth2Error.INVALID_REQUEST)
        .or(
            () ->
                when(
                    target.isNamed() && target.apiFor(client, registry).isEmpty(),
                    errors.invalidTarget()));
  }

  private static Optional<ErrorObject> when(boolean wrong, ErrorObject error) {
    return wrong ? Optional.of(error) : Optional.empty();
  }
}
