package io.bearergate.contract.attack;

import io.bearergate.contract.Refusal;
import io.bearergate.contract.http.RawRequest;
import java.util.List;
import java.util.stream.Stream;

/** A good token, sent in a way that is none. */
final class TransportAttacks {

  private static final int MAX_TOKEN_BYTES = 16 * 1024;

  private TransportAttacks() {}

  static Stream<Attack> rows(Target target) {
    return Stream.of(headers(target), values(target), elsewhere(target)).flatMap(s -> s);
  }

  private static Stream<Attack> headers(Target target) {
    RawRequest once = whoami().bearer(target.good());
    String value = "Bearer " + target.good();
    return Stream.of(
        Attack.request("twice", once.bearer(target.good()), Refusal.C3),
        Attack.request("twice in different case", once.header("authorization", value), Refusal.C3),
        Attack.request(
            "twice, upper case first",
            whoami().header("AUTHORIZATION", value).header("Authorization", value),
            Refusal.C3),
        Attack.request(
            "second one is Basic", once.header("Authorization", "Basic eA=="), Refusal.C3),
        Attack.request(
            "first one is Basic",
            whoami().header("Authorization", "Basic eA==").bearer(target.good()),
            Refusal.C3),
        Attack.request("second one is empty", once.header("Authorization", ""), Refusal.C3),
        Attack.request("second one is rubbish", once.bearer("rubbish"), Refusal.C3),
        Attack.request("ten times", tenTimes(target), Refusal.C3),
        Attack.request(
                "space before the colon", whoami().line("Authorization : " + value), Refusal.C0)
            .orRefusedByServer(),
        Attack.request("folded", whoami().line("Authorization: Bearer a\r\n b"), Refusal.C1)
            .orRefusedByServer());
  }

  private static RawRequest tenTimes(Target target) {
    RawRequest request = whoami();
    for (int i = 0; i < 10; i++) {
      request = request.bearer(target.good());
    }
    return request;
  }

  private static Stream<Attack> values(Target target) {
    String good = target.good();
    Stream<Attack> bad =
        Stream.of(
                "Bearer",
                "Bearer ",
                "bearer =",
                "Bearer " + good + ", Bearer " + good,
                "Bearer " + good + "," + good,
                "Bearer " + good + " " + good,
                "Bearer " + good + " x",
                "Bearer " + good + ";",
                "Bearer " + good + ", realm=x",
                "Bearer\t" + good,
                "Bearer \t" + good,
                "Bearer " + good + "\tx",
                "Bearer: " + good,
                "Bearer token=" + good,
                "Bearer \"" + good + "\"",
                "Bearer <" + good + ">",
                "Bearer =" + good,
                "Bearer " + good.replaceFirst("\\.", "=."),
                "Bearer " + good.replace(".", " . "),
                "Bearer " + "=".repeat(50),
                "Bearer Bearer " + good,
                "Bearer " + "a".repeat(MAX_TOKEN_BYTES + 1),
                "Bearer " + oversized(target))
            .map(value -> Attack.request("value: " + shown(value), with(value), Refusal.C1));
    Stream<Attack> octets =
        Stream.of(
                "\u0001", "\u0008", "\u000b", "\u001f", "\u007f", "\u0080", "\u00a0", "\u00ff",
                "\u0000")
            .flatMap(octet -> Stream.of("Bearer " + octet + good, "Bearer " + good + octet))
            .map(
                value ->
                    Attack.request("octet in: " + shown(value), with(value), Refusal.C1)
                        .orRefusedByServer());
    Stream<Attack> none =
        Stream.of("", good, "Token " + good, "Bearer" + good, "JWT " + good, "BearerX " + good)
            .map(value -> Attack.request("none: " + shown(value), with(value), Refusal.C0));
    Stream<Attack> dpop =
        Stream.of("DPoP", "DPoP " + good + "," + good, "dpop token=" + good)
            .map(value -> Attack.request("value: " + shown(value), with(value), Refusal.C1_DPOP));
    return Stream.of(bad, octets, none, dpop).flatMap(s -> s);
  }

  /** Good in all but its length: the size alone refuses it. */
  private static String oversized(Target target) {
    return target.token(t -> t.claim("note", "x".repeat(MAX_TOKEN_BYTES)));
  }

  private static Stream<Attack> elsewhere(Target target) {
    String good = target.good();
    Stream<Attack> headers =
        List.of(
                "Proxy-Authorization",
                "X-Authorization",
                "X-Forwarded-Authorization",
                "X-Forwarded-Access-Token",
                "X-Original-Authorization",
                "X-Amzn-Oidc-Data",
                "X-Access-Token",
                "Access-Token",
                "Authentication",
                "Authorization_",
                "HTTP_AUTHORIZATION")
            .stream()
            .map(
                name ->
                    Attack.request(
                        "header " + name, whoami().header(name, "Bearer " + good), Refusal.C0));
    Stream<Attack> others =
        Stream.of(
            Attack.request("query", RawRequest.get("/api/whoami?access_token=" + good), Refusal.C0),
            Attack.request(
                    "path parameter",
                    RawRequest.get("/api/whoami;access_token=" + good),
                    Refusal.C0)
                .orRefusedByServer(),
            Attack.request("form", form(good), Refusal.C0),
            Attack.request(
                "form by GET",
                new RawRequest("GET", "/api/whoami", form(good).headers(), form(good).body()),
                Refusal.C0),
            Attack.request("cookie", whoami().header("Cookie", "access_token=" + good), Refusal.C0),
            Attack.request(
                "open path by X-Original-URL",
                whoami().header("X-Original-URL", "/public/x"),
                Refusal.C0),
            Attack.request(
                "open path by X-Rewrite-URL",
                whoami().header("X-Rewrite-URL", "/public/x"),
                Refusal.C0),
            Attack.request(
                "open path by X-Forwarded-Prefix",
                whoami().header("X-Forwarded-Prefix", "/public"),
                Refusal.C0),
            Attack.request(
                "open path by X-Forwarded-Uri",
                whoami().header("X-Forwarded-Uri", "/public"),
                Refusal.C0),
            Attack.request(
                "inside by X-Forwarded-For",
                whoami().header("X-Forwarded-For", "127.0.0.1"),
                Refusal.C0),
            Attack.request(
                "preflight by override",
                whoami().header("X-HTTP-Method-Override", "OPTIONS"),
                Refusal.C0));
    return Stream.concat(headers, others);
  }

  private static RawRequest form(String token) {
    return RawRequest.of("POST", "/api/whoami")
        .body("application/x-www-form-urlencoded", "access_token=" + token);
  }

  private static RawRequest whoami() {
    return RawRequest.get("/api/whoami");
  }

  private static RawRequest with(String value) {
    return whoami().header("Authorization", value);
  }

  private static String shown(String value) {
    String plain = value.replaceAll("eyJ[-\\w.]+", "TOKEN").replaceAll("[^\\x20-\\x7e]", "?");
    return plain.length() > 40 ? plain.substring(0, 40) + "… long" : plain;
  }
}
