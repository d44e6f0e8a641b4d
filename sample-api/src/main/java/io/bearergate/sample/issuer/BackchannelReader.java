package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ciba.CIBAError;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.rar.AuthorizationDetail;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a backchannel authentication request (CIBA Core §7.1). The first objection counts. */
record BackchannelReader(AccessReader accessReader, IssuerAddress address) {

  private static final List<String> UNSUPPORTED =
      List.of("login_hint_token", "id_token_hint", "user_code", "request");
  private static final Pattern BINDING_MESSAGE = Pattern.compile("[A-Za-z0-9 +\\-_.,:#]{1,64}");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");
  private static final ErrorObject BAD_DETAILS =
      OAuth2Error.INVALID_AUTHORIZATION_DETAILS.setHTTPStatusCode(HTTPResponse.SC_BAD_REQUEST);
  private static final Duration STANDARD_LIFE = Duration.ofMinutes(5);

  BackchannelAsk read(Client client, Parameters form) throws GeneralException {
    if (UNSUPPORTED.stream().anyMatch(form::has)) {
      throw new GeneralException(OAuth2Error.INVALID_REQUEST);
    }
    required(form, "scope");
    Access access = withDetails(accessReader.read(client, form), client, form);
    if (!access.scopes().contains(ScopePolicy.OPENID)) {
      throw new GeneralException(OAuth2Error.INVALID_SCOPE);
    }
    LoginHint hint = hint(required(form, "login_hint"));
    String message = bindingMessage(required(form, "binding_message"));
    Duration life = life(form);
    return new BackchannelAsk(client, access, user(hint, life), message, life);
  }

  /** With what is asked for beyond scopes, by the same rules as anywhere (RFC 9396). */
  private static Access withDetails(Access access, Client client, Parameters form)
      throws GeneralException {
    if (!form.has("authorization_details")) {
      return access;
    }
    String text = form.single("authorization_details").orElse("");
    try {
      if (new DetailsRules(access.api(), client).accept(text)) {
        return new Access(access.api(), access.scopes(), AuthorizationDetail.parseList(text));
      }
    } catch (ParseException e) {
      throw new GeneralException("no details", BAD_DETAILS, e);
    }
    throw new GeneralException(BAD_DETAILS);
  }

  private static String required(Parameters form, String name) throws GeneralException {
    return form.single(name).orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_REQUEST));
  }

  private LoginHint hint(String text) throws GeneralException {
    return LoginHint.parse(text)
        .filter(hint -> hint.issuer().equals(address.value()))
        .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_REQUEST));
  }

  private static String bindingMessage(String text) throws GeneralException {
    if (!BINDING_MESSAGE.matcher(text).matches()) {
      throw new GeneralException(CIBAError.INVALID_BINDING_MESSAGE);
    }
    return text;
  }

  private static Duration life(Parameters form) throws GeneralException {
    if (!form.has("requested_expiry")) {
      return STANDARD_LIFE;
    }
    return form.single("requested_expiry")
        .filter(text -> SECONDS.matcher(text).matches())
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .filter(BackchannelRequests::isLife)
        .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_REQUEST));
  }

  /** Short ones go to an app of the user's, longer ones by e-mail. */
  private User user(LoginHint hint, Duration life) throws GeneralException {
    boolean byPush = life.compareTo(STANDARD_LIFE) <= 0;
    Optional<User> user = accessReader.registry().userBySubject(hint.subject());
    return user.filter(known -> byPush ? known.account().extras().push() : known.hasVerifiedEmail())
        .orElseThrow(() -> new GeneralException(CIBAError.UNKNOWN_USER_ID));
  }
}
