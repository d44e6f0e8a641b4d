package io.bearergate.contract.attack;

import static io.bearergate.contract.attack.Attack.token;

import io.bearergate.contract.Refusal;
import java.util.List;
import java.util.stream.Stream;

/** JSON that two readers could understand differently, properly signed. */
final class JsonAttacks {

  private JsonAttacks() {}

  static Stream<Attack> rows(Target target) {
    return Stream.of(
            duplicates(target), forms(target), values(target), nulls(target), headers(target))
        .flatMap(s -> s);
  }

  private static Stream<Attack> duplicates(Target target) {
    return Stream.of(
            "\"aud\":\"other\"",
            "\"sub\":\"mallory\"",
            "\"iss\":\"http://127.0.0.1/\"",
            "\"exp\":253402300799",
            "\"exp\":1",
            "\"scope\":\"admin\"",
            "\"s\\u0075b\":\"mallory\"",
            "\"\\u0061ud\":\"other\"",
            "\"x\":1,\"x\":1",
            "\"x\":{\"y\":1,\"y\":2}",
            "\"x\":[{\"y\":1,\"\\u0079\":2}]",
            "\"\":1,\"\":2")
        .map(member -> token("duplicate: " + member, target.signed(extended(target, member))));
  }

  private static String extended(Target target, String members) {
    String claims = target.claims();
    return claims.substring(0, claims.length() - 1) + "," + members + "}";
  }

  private static Stream<Attack> forms(Target target) {
    String claims = target.claims();
    String open = claims.substring(0, claims.length() - 1);
    return Stream.of(
            List.of("array", "[" + claims + "]"),
            List.of("string", "\"" + claims.replace("\"", "\\\"") + "\""),
            List.of("null", "null"),
            List.of("number", "1"),
            List.of("empty object", "{}"),
            List.of("trailing object", claims + "{}"),
            List.of("trailing text", claims + "x"),
            List.of("trailing comma", open + ",}"),
            List.of("leading comma", "{," + claims.substring(1)),
            List.of("left open", open),
            List.of("line comment", "//x\n" + claims),
            List.of("block comment", claims + "/**/"),
            List.of("hash comment", "#x\n" + claims),
            List.of("single quotes", claims.replace('"', '\'')),
            List.of("bare names", claims.replace("\"sub\"", "sub")),
            List.of("semicolons", claims.replace(',', ';')),
            List.of("equals signs", claims.replace("\":", "\"=")),
            List.of("prefix against scripts", ")]}'\n" + claims),
            List.of("form feed as space", "\f" + claims),
            List.of("no-break space", "\u00a0" + claims))
        .map(form -> token("form: " + form.get(0), target.signed(form.get(1))));
  }

  private static Stream<Attack> values(Target target) {
    return Stream.of(
            "NaN",
            "Infinity",
            "-Infinity",
            "undefined",
            "True",
            "+1",
            "01",
            "1.",
            ".5",
            "0x10",
            "1e",
            "1e99999",
            "1e999999999",
            "-1e-999999999",
            "9".repeat(5_000),
            "0." + "0".repeat(5_000) + "1",
            "\"\\x41\"",
            "\"\\u12\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"a\nb\"",
            "\"a\u0000b\"",
            "[".repeat(4_000) + "]".repeat(4_000),
            "{\"a\":".repeat(1_500) + "1" + "}".repeat(1_500),
            "[1,]",
            "[1 2]",
            "{\"a\"}",
            "{1:2}")
        .map(value -> token("value: " + shown(value), target.signed(with(target, value))));
  }

  private static String with(Target target, String value) {
    return target.claimsWith("note", value);
  }

  private static String shown(String value) {
    String plain = value.replaceAll("[^\\x20-\\x7e]", "?");
    return plain.length() > 40 ? plain.substring(0, 40) + "… long" : plain;
  }

  private static Stream<Attack> nulls(Target target) {
    return Stream.of("iss", "sub", "aud", "exp", "nbf", "iat", "cnf")
        .map(
            claim ->
                token(
                    claim + " is null",
                    target.signed(target.claimsWith(claim, "null")),
                    Refusal.C1));
  }

  private static Stream<Attack> headers(Target target) {
    String kid = "\"kid\":\"" + target.rsa().keyId() + "\"";
    return Stream.of(
            "{\"alg\":\"RS256\",\"alg\":\"RS256\"," + kid + "}",
            "{\"alg\":\"RS256\",\"alg\":\"none\"," + kid + "}",
            "{\"alg\":\"none\",\"alg\":\"RS256\"," + kid + "}",
            "{\"alg\":\"RS256\",\"\\u0061lg\":\"RS256\"," + kid + "}",
            "{\"alg\":\"RS256\"," + kid + "," + kid + "}",
            "{\"alg\":\"RS256\"," + kid + ",\"x\":{\"y\":1,\"y\":2}}",
            "[{\"alg\":\"RS256\"," + kid + "}]",
            "{\"alg\":\"RS256\"," + kid + "}x",
            "{\"alg\":\"RS256\"," + kid + ",}",
            "{\"alg\":\"RS256\"," + kid + ",\"x\":NaN}",
            "{\"alg\":\"RS256\"," + kid + ",\"x\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}",
            "{}",
            "null",
            "{\"alg\":\"RS256\"," + kid + ",\"crit\":[\"exp\"]}",
            "{\"alg\":\"RS256\"," + kid + ",\"crit\":[]}",
            "{\"alg\":\"RS256\"," + kid + ",\"crit\":null}",
            "{\"alg\":\"RS256\"," + kid + ",\"crit\":[\"b64\"],\"b64\":false}",
            "{\"alg\":\"RS256\"," + kid + ",\"b64\":false}",
            "{\"alg\":\"RS256\"," + kid + ",\"b64\":null}",
            "{\"alg\":\"RS256\"," + kid + ",\"b64\":\"true\"}")
        .map(header -> token("header: " + shown(header), target.signed(target.rsa(), header)));
  }
}
