package io.bearergate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.GateConfig;
import io.bearergate.event.GateListener;
import io.bearergate.http.TestRequest;
import io.bearergate.policy.Requirement;
import io.bearergate.rejection.Challenge;
import io.bearergate.rejection.Challenge.HeaderField;
import io.bearergate.rejection.Rejection;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestToken;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What code asks for besides the rule of the path. */
class GateBesidesTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2030-01-01T00:00:00Z"));
  private static final Requirement WRITE = Requirement.scopes(List.of("write"));
  private static final Requirement MFA = Requirement.anyAcr(List.of("mfa"));

  @AutoClose private final TestIssuer issuer = TestIssuer.start(CLOCK);
  private final Gate gate =
      Gate.open(
          GateConfig.builder(issuer.issuer(), "api")
              .rules(
                  "/open open\n/optional optional\n/denied deny\n/read scope read\n"
                      + "/fresh max-age 5m\n/** token")
              .build(),
          CLOCK,
          GateListener.NONE);

  @AfterEach
  void close() {
    gate.close();
  }

  private TestRequest get(String path, UnaryOperator<TestToken> change) {
    String token = issuer.token(t -> change.apply(t.audience("api")));
    return new TestRequest("GET", path).with("Authorization", "Bearer " + token);
  }

  private static String refusal(Decision decision) {
    Challenge challenge = ((Decision.Refuse) decision).challenge();
    Optional<String> line =
        challenge.headers().stream()
            .filter(field -> field.name().equals("WWW-Authenticate"))
            .map(HeaderField::value)
            .findFirst();
    return challenge.status()
        + " "
        + line.orElse("-").replaceAll("error_description=\"[^\"]*\", ", "");
  }

  @Test
  void admitsWhatMeetsRuleAndCode() {
    assertThat(gate.decide(get("/read", t -> t.scope("read write")), WRITE))
        .isInstanceOf(Decision.Admit.class);
  }

  @Test
  void refusesWhatMeetsOnlyTheRuleAndTellsTheScopesOfBoth() {
    assertThat(refusal(gate.decide(get("/read", t -> t.scope("read")), WRITE)))
        .isEqualTo("403 Bearer realm=\"api\", error=\"insufficient_scope\", scope=\"read write\"");
  }

  @Test
  void refusesWhatMeetsOnlyTheCode() {
    assertThat(refusal(gate.decide(get("/read", t -> t.scope("write")), WRITE)))
        .isEqualTo("403 Bearer realm=\"api\", error=\"insufficient_scope\", scope=\"read write\"");
  }

  @Test
  void asksForATokenOnAnOpenPath() {
    assertThat(refusal(gate.decide(new TestRequest("GET", "/open"), WRITE)))
        .isEqualTo("401 Bearer realm=\"api\"");
    assertThat(gate.decide(get("/open", t -> t.scope("write")), WRITE))
        .isInstanceOf(Decision.Admit.class);
  }

  @Test
  void asksForATokenOnAnOptionalPath() {
    assertThat(refusal(gate.decide(new TestRequest("GET", "/optional"), WRITE)))
        .isEqualTo("401 Bearer realm=\"api\"");
  }

  @Test
  void grantsItsLeewayToTheAgeThatTheCodeAsksFor() {
    Requirement recent = Requirement.maxAge("5m");
    long now = CLOCK.instant().getEpochSecond();

    assertThat(gate.decide(get("/x", t -> t.claim("auth_time", now - 330)), recent))
        .isInstanceOf(Decision.Admit.class);
    assertThat(refusal(gate.decide(get("/x", t -> t.claim("auth_time", now - 331)), recent)))
        .isEqualTo(
            "401 Bearer realm=\"api\", error=\"insufficient_user_authentication\", max_age=\"300\"");
    assertThat(refusal(gate.decide(get("/x", t -> t), recent))).startsWith("401 ");
  }

  @Test
  void grantsTheSameWhereTheCodeAsksLater() {
    Requirement recent = Requirement.maxAge("5m");
    long now = CLOCK.instant().getEpochSecond();
    TestRequest young = get("/x", t -> t.claim("auth_time", now - 330));
    TestRequest old = get("/x", t -> t.claim("auth_time", now - 331));
    Decision.Admit ofYoung = (Decision.Admit) gate.decide(young);
    Decision.Admit ofOld = (Decision.Admit) gate.decide(old);

    assertThat(gate.decideFurther(young, ofYoung, recent)).isSameAs(ofYoung);
    assertThat(refusal(gate.decideFurther(old, ofOld, recent))).endsWith("max_age=\"300\"");
  }

  @Test
  void neverLoosensARule() {
    assertThat(refusal(gate.decide(get("/denied", t -> t), new Requirement.Open())))
        .isEqualTo("403 -");
    assertThat(refusal(gate.decide(new TestRequest("GET", "/read"), new Requirement.Open())))
        .isEqualTo("401 Bearer realm=\"api\"");
  }

  @Test
  void refusesWhateverTheTokenWhereTheCodeDenies() {
    Requirement denied = new Requirement.Refused(Rejection.of(Reason.DENIED, "test"));

    assertThat(refusal(gate.decide(get("/open", t -> t), denied))).isEqualTo("403 -");
  }

  @Test
  void asksForTheSignInOfBothBeforeAnyScope() {
    assertThat(refusal(gate.decide(get("/fresh", t -> t), MFA.and(WRITE))))
        .isEqualTo(
            "401 Bearer realm=\"api\", error=\"insufficient_user_authentication\","
                + " acr_values=\"mfa\", max_age=\"300\"");
    assertThat(refusal(gate.decide(get("/read", t -> t), MFA)))
        .startsWith("401 Bearer realm=\"api\", error=\"insufficient_user_authentication\"");
  }

  @Test
  void asksMoreOfWhatItHasAdmitted() {
    TestRequest request = get("/read", t -> t.scope("read write"));
    Decision.Admit admitted = (Decision.Admit) gate.decide(request);

    assertThat(gate.decideFurther(request, admitted, WRITE)).isSameAs(admitted);
    assertThat(gate.decideFurther(request, admitted, new Requirement.Open())).isSameAs(admitted);
  }

  @Test
  void refusesFurtherWhatLacksMoreAndTellsTheScopesOfBoth() {
    TestRequest request = get("/read", t -> t.scope("read"));
    Decision.Admit admitted = (Decision.Admit) gate.decide(request);

    assertThat(refusal(gate.decideFurther(request, admitted, WRITE)))
        .isEqualTo("403 Bearer realm=\"api\", error=\"insufficient_scope\", scope=\"read write\"");
    assertThat(
            refusal(
                gate.decideFurther(
                    request,
                    admitted,
                    new Requirement.Refused(Rejection.of(Reason.DENIED, "test")))))
        .isEqualTo("403 -");
  }

  /** As where a forward leads to a path that no client may ask for. */
  @Test
  void refusesFurtherByTheCodeAloneWhereTheRuleWouldDeny() {
    Decision.Admit admitted = (Decision.Admit) gate.decide(get("/read", t -> t.scope("read")));

    assertThat(refusal(gate.decideFurther(new TestRequest("GET", "/denied"), admitted, WRITE)))
        .isEqualTo("403 Bearer realm=\"api\", error=\"insufficient_scope\", scope=\"write\"");
  }
}
