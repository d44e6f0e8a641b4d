package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import io.bearergate.sample.issuer.SentRequest.Carriage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What can be wrong with an authorization request once client and redirect URI are known (rows AE3
 * to AE14 of the flow specifications). The first objection counts.
 */
record AskChecks(Registry registry, ErrorProfile errors) {

  /** The response types there are; {@code id_token} and {@code code id_token} join later. */
  static final Set<String> RESPONSE_TYPES = Set.of("code");

  static final Set<String> RESPONSE_MODES =
      Set.of(ResponseMode.QUERY.getValue(), ResponseMode.FORM_POST.getValue());

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
    List<Check> inOrder =
        List.of(
            AskChecks::repetition,
            AskChecks::responseType,
            AskChecks::responseMode,
            (given, by) -> when(!carriage.suits(by), OAuth2Error.INVALID_REQUEST),
            AskChecks::codeChallenge,
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

  private static Optional<ErrorObject> responseType(Parameters parameters, Client client) {
    Optional<String> type = parameters.single("response_type");
    if (type.isEmpty()) {
      return Optional.of(OAuth2Error.INVALID_REQUEST);
    }
    return when(!RESPONSE_TYPES.contains(type.get()), OAuth2Error.UNSUPPORTED_RESPONSE_TYPE)
        .or(() -> when(!client.mayAskFor(type.get()), OAuth2Error.UNAUTHORIZED_CLIENT));
  }

  private static Optional<ErrorObject> responseMode(Parameters parameters, Client client) {
    return when(
        parameters
            .single("response_mode")
            .filter(mode -> !RESPONSE_MODES.contains(mode))
            .isPresent(),
        OAuth2Error.INVALID_REQUEST);
  }

  private static Optional<ErrorObject> codeChallenge(Parameters parameters, Client client) {
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
    return when(
        parameters.single("scope").filter(scope -> !ScopePolicy.isWellFormed(scope)).isPresent(),
        OAuth2Error.INVALID_SCOPE);
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
