package io.bearergate.contract.attack;

import static io.bearergate.contract.attack.Attack.token;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.bearergate.test.TestCertificate;
import io.bearergate.test.TestKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The token says itself which key to believe, or names one that it was not signed with. */
final class KeyAttacks {

  private KeyAttacks() {}

  static Stream<Attack> rows(Target target) {
    return Stream.of(foreign(target), keyIds(target), embedded(target)).flatMap(s -> s);
  }

  private static Stream<Attack> foreign(Target target) {
    TestKey stranger = target.stranger();
    TestKey others = target.other().key();
    String iss = target.issuer().issuer();
    return Stream.of(
        token("stranger's key under our kid", target.token(t -> t.signedWith(stranger))),
        token(
            "stranger's key under a kid of its own",
            target.token(t -> t.signedWith(stranger.as("RS256", "stranger")))),
        token(
            "stranger's key without kid",
            target.token(t -> t.signedWith(stranger).withoutHeader("kid"))),
        token(
            "key of the other configured issuer",
            target.token(t -> t.signedWith(others.as("RS256", "other-only")))),
        token(
            "key of the other configured issuer, under our kid",
            target.token(t -> t.signedWith(others.as("RS256", target.rsa().keyId())))),
        token(
            "key of the other configured issuer, without kid",
            target.token(t -> t.signedWith(others).withoutHeader("kid"))),
        token(
            "our key for the other configured issuer",
            target.token(t -> t.claim("iss", target.other().issuer()))),
        token(
            "our key, without kid, for the other configured issuer",
            target.token(t -> t.claim("iss", target.other().issuer()).withoutHeader("kid"))),
        token("iss as kid", target.token(t -> t.header("kid", iss))));
  }

  private static Stream<Attack> keyIds(Target target) {
    String canary = target.canary().toString();
    Stream<Attack> texts =
        Stream.of(
                "unknown",
                "",
                " key-1",
                "key-1 ",
                "KEY-1",
                "key-1\u0000",
                "../../../../../../dev/null",
                "/etc/passwd",
                "file:///dev/null",
                "' OR '1'='1",
                "key-1'; DROP TABLE keys; --",
                "x' UNION SELECT 'secret",
                "$(id)",
                "${jndi:ldap://127.0.0.1/x}",
                "%s%n%d{0}",
                canary + "jwks",
                "\u202Ekey-1",
                "k".repeat(10_000))
            .map(kid -> named(target, "kid '" + kid + "'", kid));
    Stream<Attack> others =
        Stream.of("null", "1", "true", "[\"key-1\"]", "{\"kid\":\"key-1\"}")
            .map(
                kid ->
                    token(
                        "kid as " + kid,
                        target.signed(target.rsa(), "{\"alg\":\"RS256\",\"kid\":" + kid + "}")));
    return Stream.concat(texts, others);
  }

  private static Attack named(Target target, String name, String kid) {
    String shown = name.length() > 60 ? name.substring(0, 60) + "… long" : name;
    return token(shown, target.token(t -> t.header("kid", kid)));
  }

  private static Stream<Attack> embedded(Target target) {
    TestKey stranger = target.stranger();
    String canary = target.canary().toString();
    String certificate = Base64.getEncoder().encodeToString(TestCertificate.of(stranger).der());
    Map<String, Object> headers =
        Map.of(
            "jwk",
            stranger.publicJwk(),
            "jku",
            canary + "jwks",
            "x5u",
            canary + "certificate",
            "x5c",
            List.of(certificate),
            "iss",
            canary,
            "url",
            canary);
    return headers.entrySet().stream()
        .flatMap(
            header ->
                Stream.of("key-1", "stranger", "")
                    .map(kid -> embedded(target, header.getKey(), header.getValue(), kid)));
  }

  private static Attack embedded(Target target, String name, Object value, String kid) {
    String json =
        JSONObjectUtils.toJSONString(
            kid.isEmpty()
                ? Map.of("alg", "RS256", name, value)
                : Map.of("alg", "RS256", "kid", kid, name, value));
    String row = name + " of the attacker, " + (kid.isEmpty() ? "no kid" : "kid " + kid);
    return token(row, target.signed(target.stranger(), json));
  }
}
