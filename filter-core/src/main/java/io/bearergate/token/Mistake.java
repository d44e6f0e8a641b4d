package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.BAD_SIGNATURE;
import static io.bearergate.rejection.Rejection.Reason.MALFORMED_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.MISSING_CLAIM;
import static io.bearergate.rejection.Rejection.Reason.UNKNOWN_KEY;
import static io.bearergate.rejection.Rejection.Reason.WRONG_AUDIENCE;
import static io.bearergate.rejection.Rejection.Reason.WRONG_ISSUER;

import io.bearergate.rejection.Rejection.Reason;
import java.util.List;

/**
 * What typically goes wrong with the tokens of one provider, and what to do about it. It explains a
 * refusal and changes none.
 */
public enum Mistake {
  AUTH0_WITHOUT_AUDIENCE(
      "it is no JWT that we can read. Auth0 issues such a one when the client asks for no API: let its"
          + " token request name the audience, the API's identifier"),
  OKTA_ORG_SERVER(
      "it comes from Okta's org authorization server, whose access tokens are for Okta alone: let the"
          + " client use the custom authorization server that issuer names"),
  ENTRA_GRAPH(
      "it has a nonce in its header, so it is meant for Microsoft Graph, and nobody else can verify it:"
          + " let the client ask for a scope of this API (api://…/…), not for one of Graph alone"),
  ENTRA_AUDIENCE(
      "it is for another API, or audience lacks one of this API's two names: tokens of version 2 carry"
          + " its application id, those of version 1 its application ID URI (api://…)"),
  ENTRA_ID_TOKEN(
      "it names no client (azp or appid), as ID tokens of Entra do not: let the client send the access"
          + " token"),
  COGNITO_ID_TOKEN("it is an ID token of Cognito: let the client send the access token"),
  KEYCLOAK_AUDIENCE(
      "Keycloak has not put this API into its aud: add a mapper of type Audience, with a value of"
          + " audience, to a client scope of the client (for lightweight tokens switch on \"Add to"
          + " lightweight access token\")"),
  KEYCLOAK_LIGHTWEIGHT(
      "it has no sub, as Keycloak's lightweight tokens and clients without the scope basic: switch on"
          + " \"Add to lightweight access token\" in the mapper of sub, or set principal-claim"),
  GOOGLE_ACCESS_TOKEN(
      "it is no JWT. Google's access tokens are for Google's own APIs: let the client send the ID token"),
  FIREBASE_SESSION_COOKIE(
      "it is a session cookie of Firebase, which has other keys: let the client send the ID token");

  private static final String COOKIES = "https://session.firebase.google.com/";

  private final String advice;

  Mistake(String advice) {
    this.advice = advice;
  }

  /** What to do, following on "A token was refused:"; nothing of any token is in it. */
  String advice() {
    return advice;
  }

  /**
   * Whether it explains the refusal.
   *
   * @param identifier of the issuer whose tokens it is often made with
   */
  boolean explains(Reason reason, String identifier, JoseHeader header, Claims claims) {
    return switch (this) {
      case AUTH0_WITHOUT_AUDIENCE, GOOGLE_ACCESS_TOKEN -> reason == MALFORMED_TOKEN;
      case OKTA_ORG_SERVER ->
          reason == WRONG_ISSUER && identifier.startsWith(issuerIn(claims) + "/oauth2/");
      case ENTRA_GRAPH -> (reason == BAD_SIGNATURE || reason == UNKNOWN_KEY) && header.has("nonce");
      case ENTRA_AUDIENCE -> reason == WRONG_AUDIENCE;
      case ENTRA_ID_TOKEN -> reason == MISSING_CLAIM && !claims.has("azp") && !claims.has("appid");
      case COGNITO_ID_TOKEN -> claims.text("token_use").filter("id"::equals).isPresent();
      case KEYCLOAK_AUDIENCE -> reason == WRONG_AUDIENCE && isForKeycloakOrNobody(claims);
      case KEYCLOAK_LIGHTWEIGHT -> reason == MISSING_CLAIM && !claims.has("sub");
      case FIREBASE_SESSION_COOKIE ->
          reason == WRONG_ISSUER && issuerIn(claims).startsWith(COOKIES);
    };
  }

  private static String issuerIn(Claims claims) {
    return claims.text("iss").orElse("");
  }

  private static boolean isForKeycloakOrNobody(Claims claims) {
    List<String> audience = claims.named("aud").asTexts();
    return audience.isEmpty() || audience.contains("account");
  }
}
