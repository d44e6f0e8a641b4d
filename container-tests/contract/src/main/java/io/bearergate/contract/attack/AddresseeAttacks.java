package io.bearergate.contract.attack;

import static io.bearergate.contract.attack.Attack.token;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.bearergate.contract.TestApi;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The token is by somebody else or for somebody else. */
final class AddresseeAttacks {

  private AddresseeAttacks() {}

  static Stream<Attack> audiences(Target target) {
    String ours = TestApi.AUDIENCE;
    Stream<Attack> texts =
        Stream.of(
                "https://api.bearergate.test/billing",
                "https://api.bearergate.test",
                ours + "/",
                ours + "/more",
                ours + "x",
                ours + " ",
                " " + ours,
                ours + "\u0000",
                ours + "," + ours,
                ours + " " + ours,
                ours.substring(0, ours.length() - 1),
                ours.substring(1),
                ours.toUpperCase(Locale.ROOT),
                ours.replace("https", "http"),
                ours.replace("notes", "n%6Ftes"),
                ours.replace('o', '\u043e'),
                "",
                "*",
                target.issuer().issuer())
            .map(aud -> token("aud '" + aud + "'", target.token(t -> t.claim("aud", aud))));
    Stream<Attack> others =
        Stream.of(
                "1",
                "true",
                "[]",
                "[[\"" + ours + "\"]]",
                "[\"" + ours + "\",1]",
                "[\"" + ours + "\",null]",
                "[\"other\",\"another\"]",
                "{\"" + ours + "\":1}",
                "{\"aud\":\"" + ours + "\"}")
            .map(aud -> token("aud " + aud, target.signed(target.claimsWith("aud", aud))));
    Stream<Attack> absent =
        Stream.of(
            token("aud missing", target.token(t -> t.without("aud"))),
            token("aud in the header", target.token(t -> t.without("aud").header("aud", ours))),
            token("Aud", target.token(t -> t.without("aud").claim("Aud", ours))),
            token("resource for aud", target.token(t -> t.without("aud").claim("resource", ours))),
            token("azp for aud", target.token(t -> t.without("aud").claim("azp", ours))));
    return Stream.of(texts, others, absent).flatMap(s -> s);
  }

  static Stream<Attack> issuers(Target target) {
    String ours = target.issuer().issuer();
    String other = target.other().issuer();
    Stream<Attack> texts =
        Stream.of(
                ours.substring(0, ours.length() - 1),
                ours + "/",
                ours + "x",
                ours + "?",
                ours + "#",
                ours + " ",
                " " + ours,
                ours.replace("http:", "https:"),
                ours.replace("http:", "HTTP:"),
                ours.replace("127.0.0.1", "localhost"),
                ours.replace("127.0.0.1", "127.1"),
                ours.replace("127.0.0.1", "user@127.0.0.1"),
                ours.substring(1),
                ours + "," + other,
                other,
                target.canary().toString(),
                "")
            .map(iss -> token("iss '" + iss + "'", target.token(t -> t.claim("iss", iss))));
    Stream<Attack> others =
        Stream.<Object>of(List.of(ours), Map.of("iss", ours), 1, true, List.of())
            .map(
                iss ->
                    token(
                        "iss " + JSONObjectUtils.toJSONString(Map.of("iss", iss)),
                        target.token(t -> t.claim("iss", iss))));
    Stream<Attack> absent =
        Stream.of(
            token("iss missing", target.token(t -> t.without("iss"))),
            token("iss in the header", target.token(t -> t.without("iss").header("iss", ours))),
            token("Iss", target.token(t -> t.without("iss").claim("Iss", ours))));
    return Stream.of(texts, others, absent).flatMap(s -> s);
  }

  /** Without a subject, nobody can be told apart. */
  static Stream<Attack> subjects(Target target) {
    Stream<Attack> values =
        Stream.of("\"\"", "\" \"", "1", "true", "[\"alice\"]", "{}", "null")
            .map(sub -> token("sub " + sub, target.signed(target.claimsWith("sub", sub))));
    return Stream.concat(values, Stream.of(token("no sub", target.token(t -> t.without("sub")))));
  }
}
