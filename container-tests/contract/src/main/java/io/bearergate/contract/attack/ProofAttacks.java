package io.bearergate.contract.attack;

import io.bearergate.contract.Refusal;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestProof;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A good token whose proof is wrong in one thing ({@code flows.md} §4.2). */
public final class ProofAttacks {

  private ProofAttacks() {}

  /** All of them; each has a proof of its own, so none is a replay. */
  public static Stream<Attack> rows(ProofTarget target) {
    return Stream.of(
            headers(target),
            algorithms(target),
            keys(target),
            signatures(target),
            requests(target),
            times(target),
            identifiers(target),
            tokens(target),
            forms(target),
            ProofMisuse.rows(target))
        .flatMap(rows -> rows);
  }

  private static Attack row(ProofTarget target, String name, UnaryOperator<TestProof> change) {
    return Attack.request(name, target.request(change), Refusal.C4);
  }

  private static Stream<Attack> headers(ProofTarget target) {
    Stream<Attack> types =
        Stream.of("JWT", "at+jwt", "DPOP+JWT", "application/dpop+jwt", "dpop+jwt ", "", "dpop")
            .map(typ -> row(target, "typ '" + typ + "'", p -> p.header("typ", typ)));
    Stream<Attack> others =
        Stream.of(
            row(target, "typ missing", p -> p.withoutHeader("typ")),
            row(target, "typ a number", p -> p.header("typ", 1)),
            row(target, "crit", p -> p.header("crit", new String[] {"exp"})),
            row(target, "b64 false", p -> p.header("b64", false)));
    return Stream.concat(types, others);
  }

  private static Stream<Attack> algorithms(ProofTarget target) {
    TestKey ed448 = TestKey.generate("Ed448", "holder");
    Stream<Attack> named =
        Stream.of("none", "None", "NONE", "HS256", "es256", "RS256", "ES384", "ES256K", "EdDSA", "")
            .map(alg -> row(target, "alg '" + alg + "'", p -> p.header("alg", alg)));
    return Stream.concat(
        named,
        Stream.of(
            row(target, "alg missing", p -> p.withoutHeader("alg")),
            Attack.request("alg Ed448, which is not listed", target.request(ed448), Refusal.C4),
            Attack.request("alg none without signature", unsigned(target), Refusal.C4),
            Attack.request("alg HS256 with the public key", mac(target), Refusal.C4)));
  }

  private static RawRequest unsigned(ProofTarget target) {
    Jws proof = Jws.of(target.proof(target.holder(), target.bound()).compact());
    String header = proof.headerText().replace("ES256", "none");
    return target.request(target.bound(), proof.withHeader(header).withSignature("").compact());
  }

  private static RawRequest mac(ProofTarget target) {
    Jws proof = Jws.of(target.proof(target.holder(), target.bound()).compact());
    String header = proof.headerText().replace("ES256", "HS256");
    byte[] secret = target.holder().pair().getPublic().getEncoded();
    return target.request(
        target.bound(), Jws.mac("HmacSHA256", header, proof.payloadText(), secret));
  }

  private static Stream<Attack> keys(ProofTarget target) {
    TestKey weak = TestKey.generate("RS256", "holder", 1024);
    Map<String, Object> secret = Map.of("kty", "oct", "k", "c2VjcmV0");
    Stream<Attack> secrets =
        Stream.of("d", "p", "q", "dp", "dq", "qi", "oth", "k")
            .map(name -> row(target, "jwk with " + name, jwkWith(target, name)));
    Stream<Attack> others =
        Stream.of(
            row(target, "jwk missing", p -> p.withoutHeader("jwk")),
            row(target, "jwk empty", p -> p.header("jwk", Map.of())),
            row(target, "jwk a string", p -> p.header("jwk", "key")),
            row(target, "jwk symmetric", p -> p.header("jwk", secret)),
            row(target, "jwk for encryption", p -> p.header("jwk", target.jwk("use", "enc"))),
            row(target, "jwk off its curve", p -> p.header("jwk", target.jwk("x", "AAAA"))),
            row(target, "jwk on another curve", p -> p.header("jwk", target.jwk("crv", "P-384"))),
            row(target, "jwk of another type", p -> p.header("jwk", target.jwk("kty", "RSA"))),
            row(target, "jwk for another alg", p -> p.header("jwk", target.jwk("alg", "ES384"))),
            row(target, "jwk of a stranger", p -> p.header("jwk", target.stranger().bareJwk())),
            Attack.request("jwk RSA of 1024 bit", target.request(weak), Refusal.C4));
    return Stream.concat(secrets, others);
  }

  private static UnaryOperator<TestProof> jwkWith(ProofTarget target, String name) {
    return p -> p.header("jwk", target.jwk(name, "AAAA"));
  }

  private static Stream<Attack> signatures(ProofTarget target) {
    return Stream.of(
        row(target, "signed by a stranger", p -> p.signedWith(target.stranger())),
        altered(target, "signature empty", good -> good.withSignature("")),
        altered(target, "signature zero", good -> good.withSignature(new byte[64])),
        altered(target, "signature cut", good -> good.withSignature(new byte[63])),
        altered(
            target,
            "payload altered",
            good ->
                new Jws(
                    good.header(),
                    Jws.encode(good.payloadText().replace("GET", "PUT")),
                    good.signature())));
  }

  private static Attack altered(ProofTarget target, String name, UnaryOperator<Jws> change) {
    String token = target.bound();
    Jws good = Jws.of(target.proof(target.holder(), token).compact());
    return Attack.request(name, target.request(token, change.apply(good).compact()), Refusal.C4);
  }

  private static Stream<Attack> requests(ProofTarget target) {
    String url = target.base() + ProofTarget.PATH;
    Stream<Attack> methods =
        Stream.of("POST", "get", "GET ", "HEAD", "")
            .map(htm -> row(target, "htm '" + htm + "'", p -> p.claim("htm", htm)));
    Stream<Attack> addresses =
        Stream.of(
                url.replace("whoami", "admin"),
                url.replace("whoami", "WHOAMI"),
                url.replace("127.0.0.1", "api.example.com"),
                url.replace("127.0.0.1", "user@127.0.0.1"),
                url.replace("http:", "https:"),
                url.replaceFirst(":\\d+/", ":1/"),
                url.replaceFirst(":\\d+/", "/"),
                url.replace("/api/", "/api%2F"),
                url + "/",
                url + "/more",
                url + "%20",
                url.substring(0, url.length() - 1),
                target.base().toString(),
                ProofTarget.PATH,
                " " + url,
                "")
            .map(htu -> row(target, "htu '" + htu + "'", p -> p.claim("htu", htu)));
    Stream<Attack> others =
        Stream.of(
            row(target, "htm missing", p -> p.without("htm")),
            row(target, "htu missing", p -> p.without("htu")),
            row(target, "htu a list", p -> p.claim("htu", new String[] {url})));
    return Stream.of(methods, addresses, others).flatMap(rows -> rows);
  }

  private static Stream<Attack> times(ProofTarget target) {
    long now = target.now().getEpochSecond();
    Stream<Attack> numbers =
        Stream.of(now - 61, now - 3600, 0L, -1L, now + 31, now * 1000, Long.MAX_VALUE)
            .map(iat -> row(target, "iat " + (iat - now) + " s off", p -> p.claim("iat", iat)));
    return Stream.concat(
        numbers,
        Stream.of(
            row(target, "iat missing", p -> p.without("iat")),
            row(target, "iat a string", p -> p.claim("iat", Long.toString(now)))));
  }

  private static Stream<Attack> identifiers(ProofTarget target) {
    return Stream.of(
        row(target, "jti missing", p -> p.without("jti")),
        row(target, "jti empty", p -> p.claim("jti", "")),
        row(target, "jti of 257 characters", p -> p.claim("jti", "x".repeat(257))),
        row(target, "jti a number", p -> p.claim("jti", 1)));
  }

  private static Stream<Attack> tokens(ProofTarget target) {
    String other = target.tokens().apply(t -> t.boundTo(target.holder()).subject("mallory"));
    Jws ofOther = Jws.of(target.proof(target.holder(), other).compact());
    Jws own = Jws.of(target.proof(target.holder(), target.bound()).compact());
    String lower = own.payloadText().replaceAll(".*\"ath\":\"([^\"]*)\".*", "$1");
    return Stream.of(
        row(target, "ath missing", p -> p.without("ath")),
        row(target, "ath empty", p -> p.claim("ath", "")),
        row(target, "ath in lower case", p -> p.claim("ath", lower.toLowerCase(Locale.ROOT))),
        row(target, "ath padded", p -> p.claim("ath", lower + "=")),
        Attack.request(
            "ath of another token", target.request(target.bound(), ofOther.compact()), Refusal.C4));
  }

  private static Stream<Attack> forms(ProofTarget target) {
    String token = target.bound();
    String good = target.proof(target.holder(), token).compact();
    String twin = target.proof(target.holder(), token).compact();
    String twice =
        new String(Jws.decode(Jws.of(good).payload()), StandardCharsets.UTF_8)
            .replace("\"htm\":\"GET\"", "\"htm\":\"PUT\",\"htm\":\"GET\"");
    return Stream.of(
        Attack.request("two headers", target.request(token, good).header("DPoP", twin), Refusal.C4),
        Attack.request(
            "one header twice", target.request(token, good).header("DPoP", good), Refusal.C4),
        Attack.request(
            "two headers, the second in another case",
            target.request(token, good).header("dpop", twin),
            Refusal.C4),
        Attack.request(
            "two headers, one empty", target.request(token, good).header("DPoP", ""), Refusal.C4),
        Attack.request("two in one header", target.request(token, good + "," + twin), Refusal.C4),
        Attack.request("nothing in it", target.request(token, ""), Refusal.C4),
        Attack.request("rubbish", target.request(token, "rubbish"), Refusal.C4),
        Attack.request("four parts", target.request(token, good + ".AA"), Refusal.C4),
        Attack.request("a token for a proof", target.request(token, token), Refusal.C4),
        Attack.request(
            "a member twice",
            target.request(token, target.holder().sign(Jws.of(good).headerText(), twice)),
            Refusal.C4),
        row(target, "longer than 8 KiB", p -> p.claim("more", "x".repeat(8192))));
  }
}
