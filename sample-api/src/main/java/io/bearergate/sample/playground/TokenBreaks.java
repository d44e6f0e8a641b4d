package io.bearergate.sample.playground;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import io.bearergate.sample.flow.RecordedHttp;
import io.bearergate.sample.playground.Break.Evidence;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The walk's own call of the API, once more, with a token it must not take. */
final class TokenBreaks {

  private static final long HOUR = Duration.ofHours(1).toSeconds();
  private static final String ELSEWHERE = "https://somebody-else.test/";
  private static final String UNSIGNED = "{\"alg\":\"none\"}";
  private static final String BEARER = "Bearer ";

  private TokenBreaks() {}

  static List<Break> all() {
    return List.of(
        new Break("no-token", "Send no token", TokenBreaks::called, walk -> call(walk, "")),
        minted("expired", "Let the token expire", TokenBreaks::expire),
        minted("wrong-audience", "Token for another API", claims -> claims.put("aud", ELSEWHERE)),
        minted("wrong-issuer", "Token of another issuer", claims -> claims.put("iss", ELSEWHERE)),
        forged("forged", "Token signed by a stranger", TokenBreaks::byStranger),
        forged("tampered", "Tamper with the claims", (walk, jwt) -> promoted(jwt)),
        forged("unsigned", "Strip the signature", (walk, jwt) -> unsigned(jwt)),
        new Break(
            "id-token",
            "Send the ID token instead",
            walk -> walk.caught().presentedToken().isPresent() && idToken(walk).isPresent(),
            walk -> call(walk, BEARER + idToken(walk).orElseThrow())),
        new Break(
            "overreach",
            "Ask for the admin's page",
            walk -> withJwt(walk) && !mayAdministrate(walk),
            TokenBreaks::overreach));
  }

  private static Break minted(String name, String title, Consumer<Map<String, Object>> change) {
    return forged(
        name,
        title,
        (walk, jwt) -> {
          Map<String, Object> claims = claims(jwt);
          change.accept(claims);
          return mint(walk).token(jwt, claims, Mint.Key.CURRENT);
        });
  }

  private static Break forged(String name, String title, Forgery forgery) {
    return new Break(
        name,
        title,
        TokenBreaks::withJwt,
        walk -> call(walk, BEARER + forgery.of(walk, bearer(walk).orElseThrow())));
  }

  @FunctionalInterface
  private interface Forgery {
    String of(Walk walk, SignedJWT genuine);
  }

  private static void expire(Map<String, Object> claims) {
    long issued = ((Number) Objects.requireNonNull(claims.get("iat"))).longValue() - 2 * HOUR;
    claims.put("iat", issued);
    claims.put("exp", issued + HOUR);
  }

  private static String byStranger(Walk walk, SignedJWT jwt) {
    return mint(walk).token(jwt, claims(jwt), Mint.Key.STRANGER);
  }

  private static String promoted(SignedJWT jwt) {
    Map<String, Object> claims = claims(jwt);
    claims.put("scope", "read:notes write:notes admin");
    return jwt.getHeader().toBase64URL() + "." + encoded(claims) + "." + jwt.getSignature();
  }

  private static String unsigned(SignedJWT jwt) {
    return Base64URL.encode(UNSIGNED) + "." + encoded(claims(jwt)) + ".";
  }

  private static boolean called(Walk walk) {
    return walk.caught().apiCall().isPresent();
  }

  private static boolean withJwt(Walk walk) {
    return bearer(walk).isPresent();
  }

  private static boolean mayAdministrate(Walk walk) {
    Object scope = claims(bearer(walk).orElseThrow()).get("scope");
    return Arrays.asList(String.valueOf(scope).split(" ", -1)).contains("admin");
  }

  private static Evidence overreach(Walk walk) {
    HTTPRequest call = walk.caught().apiCall().orElseThrow();
    URI admin = walk.trip().landscape().api().resolve("/api/admin");
    return send(new HTTPRequest(HTTPRequest.Method.GET, admin), call.getAuthorization());
  }

  private static Evidence call(Walk walk, String authorization) {
    HTTPRequest good = walk.caught().apiCall().orElseThrow();
    HTTPRequest bad = new HTTPRequest(good.getMethod(), good.getURI());
    bad.setBody(good.getBody());
    return send(bad, authorization);
  }

  private static Evidence send(HTTPRequest request, String authorization) {
    if (!authorization.isEmpty()) {
      request.setAuthorization(authorization);
    }
    RecordedHttp http = new RecordedHttp((sent, answer) -> {});
    http.exchange(request);
    return new Evidence(http.exchanges(), "");
  }

  private static Mint mint(Walk walk) {
    return new Mint(walk.trip().landscape().issuer());
  }

  private static Optional<String> idToken(Walk walk) {
    return walk.caught().lastToken("id_token");
  }

  private static Optional<SignedJWT> bearer(Walk walk) {
    return walk.caught()
        .apiCall()
        .filter(call -> call.getAuthorization().startsWith(BEARER))
        .flatMap(call -> parsed(call.getAuthorization().substring(BEARER.length())));
  }

  private static Optional<SignedJWT> parsed(String token) {
    try {
      return Optional.of(SignedJWT.parse(token));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> claims(SignedJWT jwt) {
    return new LinkedHashMap<>(jwt.getPayload().toJSONObject());
  }

  private static Base64URL encoded(Map<String, Object> claims) {
    return Base64URL.encode(JSONObjectUtils.toJSONString(claims));
  }
}
