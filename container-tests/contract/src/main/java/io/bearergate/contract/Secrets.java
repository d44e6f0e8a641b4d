package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.attack.Target;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What must never come back in an answer ({@code flows.md} §4.4) or get into a log. */
final class Secrets {

  private static final int SHORTEST_TOKEN_PART = 12;

  private static final List<String> INSIDES =
      List.of(
          "io.bearergate",
          "com.nimbusds",
          "java.lang.",
          "Exception",
          "\tat ",
          "RS256",
          "ES256",
          "signature",
          "issuer",
          "audience",
          "jwks",
          "kid",
          "alice");

  private Secrets() {}

  static void areAbsent(Answer answer, RawRequest request, Target target) {
    List<String> known =
        List.of(
            target.issuer().issuer(), TestApi.AUDIENCE, target.rsa().keyId(), target.ec().keyId());
    String told = answer.everything().replace(Refusal.ALGORITHMS, "");
    assertThat(told).doesNotContain(INSIDES).doesNotContain(known);
    tokenParts(request).forEach(part -> assertThat(answer.everything()).doesNotContain(part));
  }

  static void areAbsent(CapturedLog log, RawRequest request, Target target) {
    Stream<Object> keys =
        Stream.of(target.rsa(), target.ec(), target.ed(), target.stranger())
            .flatMap(key -> keyText(key.publicJwk()));
    List<String> known =
        Stream.concat(keys, Stream.of("alice", "mallory", TestApi.AUDIENCE, "\"scope\""))
            .map(String::valueOf)
            .toList();
    assertThat(log.text()).doesNotContain(known);
    areAbsent(log, request);
  }

  static void areAbsent(CapturedLog log, RawRequest request) {
    tokenParts(request).forEach(part -> assertThat(log.text()).doesNotContain(part));
  }

  /** Of tokens and proofs nothing may be seen anywhere. */
  static void areAbsent(String seen, RawRequest request) {
    assertThat(seen).doesNotContain(tokenParts(request));
  }

  private static Stream<Object> keyText(Map<String, Object> jwk) {
    return Stream.of("n", "x", "y").filter(jwk::containsKey).map(jwk::get);
  }

  /** Whatever of a token is long enough to be told from chance. */
  private static List<String> tokenParts(RawRequest request) {
    return Stream.concat(request.headers().stream(), Stream.of(request.target(), request.body()))
        .filter(text -> text.contains("eyJ"))
        .flatMap(text -> Stream.of(text.split("[^-\\w]+")))
        .filter(part -> part.length() >= SHORTEST_TOKEN_PART)
        .toList();
  }
}
