package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.openid.connect.sdk.OIDCResponseTypeValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be asked to come back with the browser, by whom, and by which way (OAuth 2.0 Multiple
 * Response Types). Tokens never come in an address: where one is wanted, the fragment, which would
 * be the way by default, is closed, and a form must be asked for.
 */
record ResponseRules(Registry registry) {

  private static final List<ResponseType> FOR_EVERYBODY =
      List.of(ResponseType.CODE, ResponseType.IDTOKEN, ResponseType.CODE_IDTOKEN);

  /** Access tokens in the browser (against RFC 9700 §2.1.2): only for clients with the flag. */
  private static final Map<String, List<ResponseType>> BY_FLAG =
      Map.of(
          "allow_implicit_access_token", List.of(ResponseType.TOKEN, ResponseType.IDTOKEN_TOKEN),
          "allow_front_channel_token",
              List.of(ResponseType.CODE_TOKEN, ResponseType.CODE_IDTOKEN_TOKEN));

  /** Those that everybody may register, and those that a flag opens to somebody. */
  List<ResponseType> supported() {
    Stream<ResponseType> flagged =
        registry.clients().values().stream().flatMap(ResponseRules::flagged).distinct();
    return Stream.concat(FOR_EVERYBODY.stream(), flagged).toList();
  }

  /** AE4. */
  Optional<ErrorObject> objectionToType(Parameters parameters, Client client) {
    if (!parameters.has("response_type")) {
      return Optional.of(OAuth2Error.INVALID_REQUEST);
    }
    Optional<ResponseType> type = typeIn(parameters);
    if (type.isEmpty()) {
      return Optional.of(OAuth2Error.UNSUPPORTED_RESPONSE_TYPE);
    }
    return mayAsk(client, type.get())
        ? Optional.empty()
        : Optional.of(OAuth2Error.UNAUTHORIZED_CLIENT);
  }

  /** AE5. */
  Optional<ErrorObject> objectionToMode(Parameters parameters, Client client) {
    boolean isOpen =
        parameters.has("response_mode")
            ? modeIn(parameters).isPresent()
            : defaultMode(parameters).isPresent();
    return isOpen ? Optional.empty() : Optional.of(OAuth2Error.INVALID_REQUEST);
  }

  /** By which way an error goes to the client; by none, if it asked for none that is open. */
  Optional<ResponseMode> modeForErrors(Parameters parameters) {
    return modeIn(parameters).or(() -> defaultMode(parameters));
  }

  static boolean wantsCode(Parameters parameters) {
    return parsed(parameters).filter(type -> type.contains(ResponseType.Value.CODE)).isPresent();
  }

  static boolean wantsIdToken(Parameters parameters) {
    return parsed(parameters).filter(ResponseRules::bringsIdToken).isPresent();
  }

  private static boolean bringsIdToken(ResponseType type) {
    return type.contains(OIDCResponseTypeValue.ID_TOKEN);
  }

  private static boolean bringsTokens(ResponseType type) {
    return bringsIdToken(type) || type.contains(ResponseType.Value.TOKEN);
  }

  private Optional<ResponseMode> modeIn(Parameters parameters) {
    return parameters
        .single("response_mode")
        .map(ResponseMode::new)
        .filter(
            mode ->
                mode.equals(ResponseMode.FORM_POST)
                    || (mode.equals(ResponseMode.QUERY) && defaultMode(parameters).isPresent()));
  }

  private Optional<ResponseMode> defaultMode(Parameters parameters) {
    return typeIn(parameters).filter(ResponseRules::bringsTokens).isPresent()
        ? Optional.empty()
        : Optional.of(ResponseMode.QUERY);
  }

  private Optional<ResponseType> typeIn(Parameters parameters) {
    return parsed(parameters).filter(supported()::contains);
  }

  private static Optional<ResponseType> parsed(Parameters parameters) {
    return parameters.single("response_type").flatMap(ResponseRules::parse);
  }

  private static Optional<ResponseType> parse(String words) {
    try {
      return Optional.of(ResponseType.parse(words));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private static boolean mayAsk(Client client, ResponseType type) {
    boolean codeMayBe =
        !type.contains(ResponseType.Value.CODE) || client.mayUse(GrantType.AUTHORIZATION_CODE);
    boolean tokensMayBe = !bringsTokens(type) || client.mayUse(GrantType.IMPLICIT);
    boolean hybridMayBe = !type.impliesHybridFlow() || !client.isPublic();
    return typesOf(client).anyMatch(type::equals) && codeMayBe && tokensMayBe && hybridMayBe;
  }

  private static Stream<ResponseType> typesOf(Client client) {
    Stream<ResponseType> registered =
        client.registration().words("response_types").stream()
            .flatMap(words -> parse(words).stream())
            .filter(FOR_EVERYBODY::contains);
    return Stream.concat(registered, flagged(client));
  }

  private static Stream<ResponseType> flagged(Client client) {
    return BY_FLAG.entrySet().stream()
        .filter(entry -> client.registration().is(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream());
  }
}
