package io.bearergate.contract.attack;

import static io.bearergate.contract.attack.Attack.token;

import io.bearergate.contract.Refusal;
import io.bearergate.contract.http.RawRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Other JWTs of the same issuer, and access tokens that are bound to somebody ({@code flows.md}
 * §3.7).
 */
final class LookAlikeAttacks {

  private static final List<String> OTHER_TYPES =
      List.of(
          "logout+jwt",
          "dpop+jwt",
          "secevent+jwt",
          "oauth-authz-req+jwt",
          "client-authentication+jwt",
          "token-introspection+jwt",
          "entity-statement+jwt",
          "rt+jwt",
          "id+jwt",
          "application/logout+jwt",
          "JOSE",
          "JWS",
          "JWE",
          "JWT ",
          " at+jwt",
          "at+jwt;x=y",
          "at jwt",
          "application/jwt",
          "application/application/at+jwt",
          "text/at+jwt",
          "xat+jwt",
          "");

  private LookAlikeAttacks() {}

  static Stream<Attack> rows(Target target) {
    return Stream.of(types(target), kinds(target)).flatMap(s -> s);
  }

  private static Stream<Attack> types(Target target) {
    Stream<Attack> texts =
        OTHER_TYPES.stream()
            .map(typ -> token("typ '" + typ + "'", target.token(t -> t.header("typ", typ))));
    Stream<Attack> others =
        Stream.of("null", "1", "true", "[\"JWT\"]", "{\"typ\":\"JWT\"}")
            .map(
                typ ->
                    token(
                        "typ " + typ,
                        target.signed(
                            target.rsa(),
                            "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"typ\":" + typ + "}")));
    return Stream.concat(texts, others);
  }

  private static Stream<Attack> kinds(Target target) {
    Map<String, Object> logout =
        Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());
    Stream<Attack> payloadTypes =
        Stream.of("ID", "Refresh", "Offline", "Logout", "id", "REFRESH")
            .map(typ -> token("payload typ " + typ, target.token(t -> t.claim("typ", typ))));
    Stream<Attack> members =
        Stream.of(
            token("ID token with at_hash", target.token(t -> t.claim("at_hash", "x"))),
            token("ID token with c_hash", target.token(t -> t.claim("c_hash", "x"))),
            token(
                "ID token with nonce and no grant",
                target.token(t -> t.without("scope").claim("nonce", "n"))),
            token(
                "ID token with nonce and an empty scope",
                target.token(t -> t.claim("scope", "").claim("nonce", "n"))),
            token(
                "ID token with null at_hash", target.signed(target.claimsWith("at_hash", "null"))),
            token("logout token", target.token(t -> t.claim("events", logout))),
            token("security event", target.token(t -> t.claim("events", Map.of()))),
            token("JARM with code", target.token(t -> t.claim("code", "abc"))),
            token("JARM with response", target.token(t -> t.claim("response", "abc"))));
    return Stream.concat(payloadTypes, members);
  }

  /** A token with any {@code cnf} is worth nothing without its proof. */
  static Stream<Attack> bound(Target target) {
    Stream<Attack> bearers =
        Stream.of(
                "{\"jkt\":\"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I\",\"kid\":\"key-1\"}",
                "{\"jkt\":1}",
                "{\"x5t#S256\":\"bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2\"}",
                "{\"jwk\":{\"kty\":\"oct\",\"k\":\"AA\"}}",
                "{\"kid\":\"key-1\"}",
                "{\"unknown\":1}",
                "{}",
                "[]",
                "null",
                "\"\"",
                "false")
            .map(cnf -> token("cnf " + cnf, target.signed(target.claimsWith("cnf", cnf))));
    RawRequest plain = RawRequest.get("/api/whoami");
    String bound = target.token(t -> t.claim("cnf", Map.of("jkt", "0ZcO")));
    Stream<Attack> schemes =
        Stream.of(
            token("Bearer scheme, bound token", bound, Refusal.C1D),
            Attack.request(
                "DPoP scheme, unbound token",
                plain.header("Authorization", "DPoP " + target.good()),
                Refusal.C1_DPOP),
            Attack.request(
                "DPoP scheme, bound token, no proof",
                plain.header("Authorization", "DPoP " + bound),
                Refusal.C1D),
            Attack.request(
                "DPoP scheme, bound token, a token as proof",
                plain.header("Authorization", "DPoP " + bound).header("DPoP", target.good()),
                Refusal.C4),
            Attack.request(
                "Bearer scheme, bound token, a token as proof",
                plain.bearer(bound).header("DPoP", target.good()),
                Refusal.C1D));
    return Stream.concat(bearers, schemes);
  }
}
