package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A user's password for tokens (RFC 6749 §4.3), of the default directory or of one that is named.
 * Neither a session nor a cookie comes of it.
 */
record PasswordGrant(
    GrantType type, AccessReader reader, PasswordCheck check, PasswordLogins logins)
    implements Grant {

  /** With a directory's name: an extension of Auth0's. */
  static final GrantType WITH_REALM =
      new GrantType("http://auth0.com/oauth/grant-type/password-realm");

  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

  @Override
  public AccessTokenResponse answer(TokenCall call) throws GeneralException {
    if (!call.client().isTrusted()) {
      throw new GeneralException(reader.errors().unauthorizedClient());
    }
    Access asked = reader.read(call.client(), call.form());
    User user = check.require(claim(call));
    if (user.account().extras().otp().isPresent()) {
      throw Refusal.with(
          reader.errors().mfaRequired(),
          Map.of(
              "mfa_token", logins.tickets().issue(call.client(), user, asked),
              "mfa_requirements", Map.of("challenge", List.of(Map.of("type", "otp")))));
    }
    return logins.byPassword(call, asked, user);
  }

  private PasswordCheck.Claim claim(TokenCall call) throws GeneralException {
    return new PasswordCheck.Claim(
        realm(call.form()),
        required(call.form(), "username"),
        required(call.form(), "password"),
        address(call.client(), call.request()));
  }

  private String realm(Parameters form) throws GeneralException {
    if (!type.equals(WITH_REALM)) {
      return Registry.LOGIN_REALM;
    }
    String realm = required(form, "realm");
    if (!reader.registry().hasDirectory(realm)) {
      throw new GeneralException(OAuth2Error.INVALID_REQUEST);
    }
    return realm;
  }

  private static String required(Parameters form, String name) throws GeneralException {
    return form.single(name).orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_REQUEST));
  }

  /** Where the user sits, as far as the client may be believed, else where the client does. */
  private static String address(Client client, HTTPRequest request) {
    return Optional.ofNullable(request.getHeaderValue("auth0-forwarded-for"))
        .filter(named -> client.mayForwardAddress() && ADDRESS.matcher(named).matches())
        .or(() -> Optional.ofNullable(request.getClientIPAddress()))
        .orElse("unknown");
  }
}
