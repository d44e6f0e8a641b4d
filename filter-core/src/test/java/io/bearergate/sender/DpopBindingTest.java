package io.bearergate.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.http.Credentials.Presented;
import io.bearergate.http.Credentials.Scheme;
import io.bearergate.http.TestRequest;
import io.bearergate.keys.JwsAlgorithm;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.sender.SenderRules.Dpop;
import io.bearergate.sender.SenderRules.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By the example that RFC 9449 publishes; every fault of a proof is in the container contract. */
class DpopBindingTest {

  private static final Presented PRESENTED = new Presented(Scheme.DPOP, PublishedProof.TOKEN);

  @Test
  @DisplayName("RS.11 + the request of RFC 9449 section 7.1")
  void holdsForPublishedProof() {
    assertThat(check(PublishedProof.ISSUED, request())).isInstanceOf(SenderResult.Held.class);
  }

  @ParameterizedTest
  @CsvSource({"60, true", "61, false", "-30, true", "-31, false"})
  @DisplayName("RS.11 a proof lasts dpop-max-age, and may be ahead by leeway")
  void isCurrentWithinItsWindow(long secondsLater, boolean held) {
    SenderResult result = check(PublishedProof.ISSUED.plusSeconds(secondsLater), request());

    assertThat(result instanceof SenderResult.Held).isEqualTo(held);
  }

  @Test
  @DisplayName("RS.11 − the published proof for another key's token")
  void refusesOtherKey() {
    DpopBinding binding = binding(PublishedProof.ISSUED, (key, id, lifetime) -> neverAsked());

    assertThat(reason(binding.check("x".repeat(43), PRESENTED, request())))
        .isEqualTo(Reason.WRONG_PROOF_KEY);
  }

  @Test
  @DisplayName("RS.11 − a proof that is refused takes up no room")
  void notesNoRefusedProof() {
    DpopBinding binding = binding(PublishedProof.ISSUED, (key, id, lifetime) -> neverAsked());
    TestRequest elsewhere = new TestRequest("GET", "/other").at("https://resource.example.org");

    SenderResult result =
        binding.check(
            PublishedProof.THUMBPRINT, PRESENTED, elsewhere.with("DPoP", PublishedProof.COMPACT));

    assertThat(reason(result)).isEqualTo(Reason.PROOF_FOR_OTHER_REQUEST);
  }

  @Test
  void remembersProofAsLongAsItCouldBeUsed() {
    DpopBinding binding =
        binding(
            PublishedProof.ISSUED,
            (key, id, lifetime) -> {
              assertThat(key).isEqualTo(PublishedProof.THUMBPRINT);
              assertThat(id).isEqualTo("e1j3V_bKic8-LAEB");
              assertThat(lifetime).isEqualTo(Duration.ofSeconds(90));
              return SeenProofs.Use.FIRST;
            });

    assertThat(binding.check(PublishedProof.THUMBPRINT, PRESENTED, request()))
        .isInstanceOf(SenderResult.Held.class);
  }

  @Test
  @DisplayName("RS.11 − an address that nobody can read is not equal to another such one")
  void refusesUnreadableAddress() {
    TestRequest strange = new TestRequest("GET", "/a").at("gopher://resource.example.org");

    assertThat(reason(check(PublishedProof.ISSUED, strange.with("DPoP", PublishedProof.COMPACT))))
        .isEqualTo(Reason.PROOF_FOR_OTHER_REQUEST);
  }

  private static TestRequest request() {
    return new TestRequest("GET", "/protectedresource")
        .at("https://resource.example.org:443")
        .with("DPoP", PublishedProof.COMPACT);
  }

  private static SenderResult check(Instant now, TestRequest request) {
    return binding(now, (key, id, lifetime) -> SeenProofs.Use.FIRST)
        .check(PublishedProof.THUMBPRINT, PRESENTED, request);
  }

  private static DpopBinding binding(Instant now, SeenProofs seen) {
    Dpop rules =
        new Dpop(
            Use.ALLOWED,
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            List.of(JwsAlgorithm.ES256),
            Optional.empty(),
            Optional.empty());
    return new DpopBinding(
        new DpopProof(rules, () -> now),
        new KnownHolders(),
        Optional.empty(),
        seen,
        rules.lifetime());
  }

  private static SeenProofs.Use neverAsked() {
    throw new AssertionError("a refused proof must not be noted");
  }

  private static Reason reason(SenderResult result) {
    return ((SenderResult.Refused) result).rejection().reason();
  }
}
