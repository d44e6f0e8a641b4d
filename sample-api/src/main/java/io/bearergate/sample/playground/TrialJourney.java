package io.bearergate.sample.playground;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.bearergate.sample.flow.Callback;
import io.bearergate.sample.flow.CheckFailed;
import io.bearergate.sample.flow.RequestSigner;
import io.bearergate.sample.flow.Trip;
import java.net.URI;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A trial by way of the browser: there, back, and the code traded in if there is one. */
record TrialJourney(TrialClient client, Typed typed, Trip trip) {

  HTTPResponse make(TrialKind kind) {
    CodeVerifier verifier = new CodeVerifier();
    Map<String, List<String>> request = request(kind, verifier);
    URI redirectUri = redirectUri();
    Callback callback = trip.person().travel(start(kind, request), redirectUri);
    checkAnswer(callback, request);
    return value(callback, "code")
        .map(code -> redeem(code, request, verifier))
        .orElseGet(() -> new HTTPResponse(HTTPResponse.SC_OK));
  }

  private Map<String, List<String>> request(TrialKind kind, CodeVerifier verifier) {
    Map<String, List<String>> request = new LinkedHashMap<>();
    request.put("response_type", List.of(responseType(kind)));
    request.put("client_id", List.of(client.known().clientId()));
    request.put("redirect_uri", List.of(redirectUri().toString()));
    request.putAll(typed.parameters("scope", "connection", "state"));
    if (kind != TrialKind.FORM_POST) {
      // An ID token is for no API.
      request.putAll(typed.parameters("audience"));
    }
    request.put("nonce", List.of(new Nonce().getValue()));
    if (responseType(kind).contains("id_token")) {
      request.put("response_mode", List.of("form_post"));
    }
    if (kind == TrialKind.RAR) {
      request.putAll(typed.parameters("authorization_details"));
    }
    if (kind != TrialKind.CODE && responseType(kind).contains("code")) {
      request.put("code_challenge_method", List.of("S256"));
      request.put("code_challenge", List.of(challenge(verifier)));
    }
    return request;
  }

  private static String responseType(TrialKind kind) {
    return switch (kind) {
      case FORM_POST -> "id_token";
      case HYBRID -> "code id_token";
      default -> "code";
    };
  }

  private static String challenge(CodeVerifier verifier) {
    return CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue();
  }

  private URI start(TrialKind kind, Map<String, List<String>> request) {
    return switch (kind) {
      case PAR, RAR -> pushed(request);
      case JAR -> signed(request);
      default -> authorizationUri(request);
    };
  }

  private URI pushed(Map<String, List<String>> request) {
    HTTPResponse answer = client.post("pushed_authorization_request_endpoint", request);
    try {
      Object reference = answer.getBodyAsJSONObject().get("request_uri");
      if (!(reference instanceof String uri)) {
        throw new CheckFailed("PAR", "status " + answer.getStatusCode());
      }
      return authorizationUri(
          Map.of("client_id", List.of(client.known().clientId()), "request_uri", List.of(uri)));
    } catch (com.nimbusds.oauth2.sdk.ParseException e) {
      throw new CheckFailed("PAR", "status " + answer.getStatusCode());
    }
  }

  private URI signed(Map<String, List<String>> request) {
    try {
      AuthorizationRequest parsed = AuthorizationRequest.parse(request);
      SignedJWT object =
          new RequestSigner(client.known(), trip.landscape().clock()).sign(parsed, client.issuer());
      return authorizationUri(
          Map.of(
              "client_id",
              List.of(client.known().clientId()),
              "request",
              List.of(object.serialize())));
    } catch (com.nimbusds.oauth2.sdk.ParseException e) {
      throw new CheckFailed("JAR", "what was typed makes no authorization request");
    }
  }

  private URI authorizationUri(Map<String, List<String>> query) {
    return URI.create(
        client.endpoint("authorization_endpoint") + "?" + URLUtils.serializeParameters(query));
  }

  private void checkAnswer(Callback callback, Map<String, List<String>> request) {
    trip.checks()
        .require(
            request.getOrDefault("state", List.of()).equals(all(callback, "state")),
            "SC1",
            "the state is the one that was typed");
    trip.checks()
        .require(
            List.of(client.issuer()).equals(all(callback, "iss")),
            "SC2",
            "the answer is from the issuer that was asked");
    trip.checks().require(value(callback, "error").isEmpty(), "SC3", "the answer is not an error");
    value(callback, "id_token").ifPresent(token -> checkNonce(token, request));
  }

  private void checkNonce(String idToken, Map<String, List<String>> request) {
    try {
      JWT token = JWTParser.parse(idToken);
      trip.checks()
          .require(
              request
                  .getOrDefault("nonce", List.of())
                  .contains(token.getJWTClaimsSet().getStringClaim("nonce")),
              "V5",
              "the nonce is that of this request");
    } catch (ParseException e) {
      throw new CheckFailed("V1", "not a JWT");
    }
  }

  private HTTPResponse redeem(
      String code, Map<String, List<String>> request, CodeVerifier verifier) {
    Map<String, List<String>> form = new LinkedHashMap<>();
    form.put("grant_type", List.of("authorization_code"));
    form.put("code", List.of(code));
    form.put("redirect_uri", List.of(redirectUri().toString()));
    if (request.containsKey("code_challenge")) {
      form.put("code_verifier", List.of(verifier.getValue()));
    }
    return client.post("token_endpoint", form);
  }

  private URI redirectUri() {
    return client
        .known()
        .redirectUri()
        .orElseThrow(() -> new CheckFailed("client", "no browser comes back to this one"));
  }

  private static Optional<String> value(Callback callback, String name) {
    return all(callback, name).stream().findFirst();
  }

  private static List<String> all(Callback callback, String name) {
    return callback.parameters().getOrDefault(name, List.of());
  }
}
