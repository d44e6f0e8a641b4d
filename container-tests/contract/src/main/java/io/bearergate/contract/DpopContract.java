package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.attack.Attack;
import io.bearergate.contract.attack.ProofAttacks;
import io.bearergate.contract.attack.ProofTarget;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestProof;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens bound to a key are of use to its holder alone ({@code flows.md} §4.2). */
public abstract class DpopContract extends SharedApiContract {

  private static final String WHOAMI = "/api/whoami";
  private static final TestKey RSA_HOLDER = TestKey.generate("RS256", "holder");

  private final TestKey holder = TestKey.generate("ES256", "holder");
  private final TestKey stranger = TestKey.generate("ES256", "stranger");
  private final AtomicInteger served = new AtomicInteger();
  private final CapturedLog log = CapturedLog.start();

  @Override
  TestApi.Plan plan() {
    Echo echo = new Echo("other");
    return api()
        .serving(
            "/*",
            (request, response) -> {
              served.incrementAndGet();
              echo.handle(request, response);
            });
  }

  @AfterAll
  void stopListening() {
    log.close();
  }

  private ProofTarget target() {
    return new ProofTarget(api.base(), api.now(), holder, stranger, api::token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256", "RS384", "RS512", "EdDSA",
        "Ed25519"
      })
  @DisplayName("RS.11 + a proof of every algorithm that challenges name")
  void admitsProofOfEveryAlgorithm(String algorithm) {
    boolean rsa = algorithm.matches("[RP]S.*"); // to make one takes a tenth of a second
    TestKey key = rsa ? RSA_HOLDER.as(algorithm, "holder") : TestKey.generate(algorithm, "holder");
    String token = api.token(t -> t.boundTo(key));

    Answer answer = api.send(api.proven("GET", WHOAMI, key, token));

    assertThat(answer.told("principal")).isEqualTo("alice");
    assertThat(answer.told("auth")).isEqualTo("DPoP");
  }

  Stream<Named<UnaryOperator<TestProof>>> good() {
    String url = api.base() + WHOAMI;
    long now = SettableClock.BEGIN.getEpochSecond();
    return Stream.of(
        Named.of("as it is", p -> p),
        Named.of("htu with query", p -> p.claim("htu", url + "?a=b")),
        Named.of("htu with fragment", p -> p.claim("htu", url + "#top")),
        Named.of(
            "htu with its scheme in upper case", p -> p.claim("htu", "HTTP" + url.substring(4))),
        Named.of("htu with an escape too many", p -> p.claim("htu", url.replace("w", "%77"))),
        Named.of("iat 60 s ago", p -> p.claim("iat", now - 60)),
        Named.of("iat 30 s ahead", p -> p.claim("iat", now + 30)),
        Named.of("iat with a fraction", p -> p.claim("iat", now + 0.25)),
        Named.of("jti of one character", p -> p.claim("jti", "1")),
        Named.of("jti of 256 characters", p -> p.claim("jti", "x".repeat(256))),
        Named.of("jwk with kid", p -> p.header("jwk", target().jwk("kid", "k"))),
        Named.of("jwk with use sig", p -> p.header("jwk", target().jwk("use", "sig"))),
        Named.of("claims that nobody asked for", p -> p.claim("exp", now - 5).claim("nonce", "n")),
        Named.of("kid in the header", p -> p.header("kid", "unknown")));
  }

  @ParameterizedTest(name = "RS.11 + {0}")
  @MethodSource("good")
  void admitsWhatAttacksStartFrom(UnaryOperator<TestProof> change) {
    assertThat(api.send(target().request(change)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"POST,/api/whoami", "GET,/api/a%20b", "HEAD,/api/whoami", "GET,/api/whoami?x=1&y"})
  @DisplayName("RS.11 + a proof for its own method and address")
  void admitsProofForMethodAndAddress(String method, String address) {
    assertThat(api.send(api.proven(method, address, holder, target().bound())).status())
        .isEqualTo(200);
  }

  @Test
  @DisplayName(
      "RS.11 the address is the one the client named, though a filter before ours forwards")
  void holdsAddressAsClientNamedIt() {
    Filter forwarding =
        (request, response, chain) -> {
          if (request.getDispatcherType() == DispatcherType.REQUEST) {
            request.getRequestDispatcher("/inner/a").forward(request, response);
          } else {
            chain.doFilter(request, response);
          }
        };
    TestApi.Plan plan = api().behind(forwarding).serving("/*", new Echo("other"));
    try (TestApi behind = plan.start()) {
      String token = behind.token(t -> t.boundTo(holder));
      RawRequest named = behind.proven("GET", "/outer/a", holder, token);
      RawRequest inner = behind.proven("GET", "/inner/a", holder, token);

      assertThat(behind.send(named).told("path")).isEqualTo("/inner/a");
      Refusal.C4.isGivenBy(behind.send(new RawRequest("GET", "/outer/a", inner.headers(), "")));
    }
  }

  Stream<Attack> attacks() {
    return ProofAttacks.rows(target());
  }

  @DisplayName("RS.11 − every fault of a proof, and RS.17 nothing given away")
  @ParameterizedTest(name = "RS.11 − {0}")
  @MethodSource("attacks")
  void refuses(Attack attack) {
    int before = served.get();
    log.clear();

    Answer answer = api.send(attack.request());

    attack.expected().isGivenBy(answer);
    assertThat(served).as("%s reached a handler", attack).hasValue(before);
    Secrets.areAbsent(answer.everything() + log.text(), attack.request());
  }

  @Test
  @DisplayName("RS.11 + an unbound token as Bearer, with a proof that nobody wants")
  void ignoresProofOfPlainToken() {
    RawRequest request = RawRequest.get(WHOAMI).bearer(api.token()).header("DPoP", "rubbish");

    assertThat(api.send(request).told("auth")).isEqualTo("Bearer");
  }
}
