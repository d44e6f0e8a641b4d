package io.bearergate.contract.mutation;

import io.bearergate.test.TestKey;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Changes the JSON of header or payload and signs it properly. Each change is known to spoil the
 * token or to leave it valid, by what the RFCs and the settings say of the member that it touches.
 */
final class JsonMutations {

  private static final List<String> BROKEN =
      List.of("NaN", "01", "1.", "'x'", "[1,]", "{1:2}", "\"\\x\"", "tru", "1e9999", "\"\t\"", "");
  private static final List<String> HARMLESS =
      List.of(
          "1",
          "-1.5e3",
          "true",
          "null",
          "\"\"",
          "\"\\u00e9\\n\"",
          "[]",
          "{}",
          "[1,[2,{}]]",
          "{\"iss\":\"x\",\"aud\":1}",
          "\"eyJhbGciOiJub25lIn0\"",
          "12345678901234567890");
  private static final List<String> TEXT_AFTER = List.of("{}", ",", "x", "\u0000", "}", "//", "1");

  /** One change, its name, and whether it leaves the token valid. */
  private record Mutation(String name, boolean valid, Supplier<String> token) {}

  private final JsonText header;
  private final JsonText payload;
  private final TestKey signer;
  private final Random random;
  private final HostileMembers hostile;
  private final List<Mutation> mutations;

  JsonMutations(JsonText payload, HostileMembers hostile, TestKey signer, Random random) {
    this.header =
        new JsonText(
            Map.of(
                "alg",
                quoted(signer.algorithm()),
                "kid",
                quoted(signer.keyId()),
                "typ",
                "\"JWT\""));
    this.payload = payload;
    this.signer = signer;
    this.random = random;
    this.hostile = hostile;
    this.mutations =
        Stream.of(spoiledClaims(), spoiledHeaders(), harmlessClaims(), harmlessHeaders())
            .flatMap(List::stream)
            .toList();
  }

  private List<Mutation> spoiledClaims() {
    return List.of(
        spoiled(
            "demanded claim removed", () -> claims(payload.without(any(HostileMembers.DEMANDED)))),
        spoiled("claim doubled", () -> payload(doubled(payload))),
        spoiled("hostile iss", () -> claims(payload.with("iss", any(hostile.issuers())))),
        spoiled("hostile aud", () -> claims(payload.with("aud", any(hostile.audiences())))),
        spoiled("hostile sub", () -> claims(payload.with("sub", any(HostileMembers.SUBJECTS)))),
        spoiled("hostile time", this::hostileTime),
        spoiled("past exp", () -> claims(payload.with("exp", number(hostile.now() - 30)))),
        spoiled("nbf ahead", () -> claims(payload.with("nbf", number(hostile.now() + 31)))),
        spoiled("iat ahead", () -> claims(payload.with("iat", number(hostile.now() + 31)))),
        spoiled(
            "look-alike",
            () -> claims(payload.with(any(HostileMembers.LOOK_ALIKE), any(HARMLESS)))),
        spoiled(
            "payload typ", () -> claims(payload.with("typ", quoted(any(HostileMembers.KINDS))))),
        spoiled(
            "nonce and no grant",
            () -> claims(payload.without("scope").with("nonce", any(HARMLESS)))),
        spoiled("broken value", () -> claims(payload.with(name(), any(BROKEN)))),
        spoiled("text after payload", () -> payload(payload.text() + any(TEXT_AFTER))),
        spoiled("payload cut", () -> payload(cut(payload.text()))),
        spoiled("payload in an array", () -> payload("[" + payload.text() + "]")));
  }

  private List<Mutation> spoiledHeaders() {
    return List.of(
        spoiled("hostile alg", () -> head(header.with("alg", any(HostileMembers.ALGORITHMS)))),
        spoiled("alg removed", () -> head(header.without("alg"))),
        spoiled("hostile kid", () -> head(header.with("kid", any(HostileMembers.KEY_IDS)))),
        spoiled("made-up kid", () -> head(header.with("kid", quoted(name())))),
        spoiled("hostile typ", () -> head(header.with("typ", any(HostileMembers.TYPES)))),
        spoiled("crit", () -> head(header.with("crit", any(HARMLESS)))),
        spoiled("b64", () -> head(header.with("b64", "false"))),
        spoiled("header parameter doubled", () -> header(doubled(header))),
        spoiled("broken parameter", () -> head(header.with(name(), any(BROKEN)))),
        spoiled("text after header", () -> header(header.text() + any(TEXT_AFTER))),
        spoiled("header cut", () -> header(cut(header.text()))));
  }

  private List<Mutation> harmlessClaims() {
    return List.of(
        harmless(
            "needless claim removed", () -> claims(payload.without(any(HostileMembers.NEEDLESS)))),
        harmless("other claim", () -> claims(payload.with(name(), any(HARMLESS)))),
        harmless("scope of any shape", () -> claims(payload.with("scope", any(HARMLESS)))),
        harmless("claims in another order", () -> claims(payload.shuffled(random))),
        harmless("blanks in the payload", () -> payload(payload.spaced(random))),
        harmless("escaped claim name", () -> payload(payload.withEscapedName(random))),
        harmless("several audiences", () -> claims(payload.with("aud", hostile.several()))),
        harmless("nbf past", () -> claims(payload.with("nbf", number(hostile.now() + 30)))),
        harmless(
            "exp within leeway", () -> claims(payload.with("exp", number(hostile.now() - 29)))));
  }

  private List<Mutation> harmlessHeaders() {
    return List.of(
        harmless("kid removed", () -> head(header.without("kid"))),
        harmless("typ removed", () -> head(header.without("typ"))),
        harmless(
            "other spelling of typ",
            () -> head(header.with("typ", any(HostileMembers.GOOD_TYPES)))),
        harmless(
            "foreign key in the header",
            () -> head(header.with(any(HostileMembers.IGNORED), any(HARMLESS)))),
        harmless("other parameter", () -> head(header.with(name(), any(HARMLESS)))),
        harmless("blanks in the header", () -> header(header.spaced(random))));
  }

  Mutant next() {
    Mutation mutation = mutations.get(random.nextInt(mutations.size()));
    return new Mutant(mutation.name(), mutation.token().get(), mutation.valid());
  }

  private static Mutation spoiled(String name, Supplier<String> token) {
    return new Mutation(name, false, token);
  }

  private static Mutation harmless(String name, Supplier<String> token) {
    return new Mutation(name, true, token);
  }

  private String hostileTime() {
    return claims(payload.with(any(HostileMembers.TIMES), any(HostileMembers.NO_TIMES)));
  }

  private String doubled(JsonText json) {
    String name = any(List.copyOf(json.members().keySet()));
    String written = random.nextBoolean() ? name : JsonText.escaped(name, random);
    return json.textAnd(quoted(written) + ":" + any(HARMLESS));
  }

  private String cut(String text) {
    return text.substring(0, random.nextInt(text.length()));
  }

  private String claims(JsonText changed) {
    return payload(changed.text());
  }

  private String payload(String text) {
    return signer.sign(header.text(), text);
  }

  private String head(JsonText changed) {
    return header(changed.text());
  }

  private String header(String text) {
    return signer.sign(text, payload.text());
  }

  private String name() {
    return "x" + random.nextInt(1_000_000);
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static String number(long value) {
    return Long.toString(value);
  }
}
