package io.bearergate.interop;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.bearergate.sample.flow.Callback;
import io.bearergate.sample.flow.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Connection;
import org.jsoup.Jsoup;

/**
 * A login by a client that wants one of everything, with nothing between it and the wire.
 *
 * @param metadata what the server says of itself
 * @param tokens what it answered to the code
 */
record TokenKinds(Map<String, Object> metadata, Map<String, Object> tokens, Person user) {

  static final String CLIENT = "kinds1";
  static final String SECRET = UUID.randomUUID().toString();
  static final String CALLBACK = "http://127.0.0.1:8089/callback";

  static TokenKinds of(RealServer server, Person user) {
    Map<String, Object> metadata =
        json(Jsoup.connect(server.issuer() + "/.well-known/openid-configuration"));
    String code = authorize(metadata, user, "").parameters().get("code").get(0);
    Connection redemption =
        Jsoup.connect((String) metadata.get("token_endpoint"))
            .method(Connection.Method.POST)
            .header("Authorization", basic(CLIENT))
            .data("grant_type", "authorization_code")
            .data("code", code)
            .data("redirect_uri", CALLBACK);
    return new TokenKinds(metadata, json(redemption), user);
  }

  private static String basic(String client) {
    byte[] credentials = (client + ":" + SECRET).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  private static Callback authorize(Map<String, Object> metadata, Person user, String more) {
    String request =
        "?response_type=code&scope=openid%20read:notes&state=s&nonce=n&client_id="
            + CLIENT
            + "&redirect_uri="
            + CALLBACK
            + more;
    return user.travel(
        URI.create(metadata.get("authorization_endpoint") + request), URI.create(CALLBACK));
  }

  String accessToken() {
    return (String) tokens.get("access_token");
  }

  /** What every server gives beside the access token. */
  Map<String, String> fromLogin() {
    return Map.of(
        "ID token", (String) tokens.get("id_token"),
        "refresh token", (String) tokens.get("refresh_token"));
  }

  /** Claims about the user as a JWT (OpenID Connect Core §5.3.2). */
  String userInfo() {
    return text(
        Jsoup.connect((String) metadata.get("userinfo_endpoint"))
            .header("Authorization", "Bearer " + accessToken()));
  }

  /** An authorization response as a JWT (JARM). */
  String signedResponse() {
    return authorize(metadata, user, "&response_mode=query.jwt")
        .parameters()
        .get("response")
        .get(0);
  }

  /** What another client gets for itself, with the same secret. */
  String tokenOf(String otherClient) {
    Connection request =
        Jsoup.connect((String) metadata.get("token_endpoint"))
            .method(Connection.Method.POST)
            .header("Authorization", basic(otherClient))
            .data("grant_type", "client_credentials")
            .data("scope", "read:notes");
    return (String) json(request).get("access_token");
  }

  /** Ends the session, which the server tells its clients of. */
  void logOut(String refreshToken) {
    text(
        Jsoup.connect((String) metadata.get("end_session_endpoint"))
            .method(Connection.Method.POST)
            .data("client_id", CLIENT)
            .data("client_secret", SECRET)
            .data("refresh_token", refreshToken));
  }

  private static Map<String, Object> json(Connection request) {
    try {
      return JSONObjectUtils.parse(text(request));
    } catch (ParseException e) {
      throw new IllegalStateException("no JSON", e);
    }
  }

  private static String text(Connection request) {
    try {
      return request.ignoreContentType(true).execute().body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
