package io.bearergate.sample.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandsTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final Demands ALL =
      new Demands(Optional.of(Duration.ofMinutes(5)), List.of("mfa", "hw"), Optional.of("org_1"));

  @Test
  @DisplayName("V8 what is demanded is asked for")
  void asks() {
    AuthenticationRequest.Builder request =
        new AuthenticationRequest.Builder(
            ResponseType.CODE, new Scope("openid"), new ClientID("web1"), URI.create("http://x/"));

    ALL.addTo(request);

    assertThat(request.build().toParameters())
        .containsEntry("max_age", List.of("300"))
        .containsEntry("acr_values", List.of("mfa hw"))
        .containsEntry("organization", List.of("org_1"));
  }

  @Test
  @DisplayName("V8 + an ID token that says so in all points is taken")
  void takesWhatWasAskedFor() {
    Checks checks = new Checks();

    ALL.requireMet(claims(-300, "hw", "org_1"), NOW, checks);

    assertThat(checks.made()).hasSize(3).allMatch(Checks.Check::holds);
  }

  @ParameterizedTest
  @DisplayName("V8 − too old a login, other means, another organization, and nothing said")
  @CsvSource({
    "too old, -361, mfa, org_1",
    "no auth_time, , mfa, org_1",
    "other means, 0, pwd, org_1",
    "no acr, 0, , org_1",
    "other organization, 0, mfa, org_2",
    "no org_id, 0, mfa,"
  })
  void refuses(String how, Integer loggedIn, String acr, String organization) {
    IDTokenClaimsSet claims = claims(loggedIn, acr, organization);

    assertThatThrownBy(() -> ALL.requireMet(claims, NOW, new Checks()))
        .as(how)
        .isInstanceOf(CheckFailed.class)
        .hasMessageStartingWith("V8");
  }

  @Test
  @DisplayName("V8 nothing demanded, nothing checked")
  void demandsNothingUnasked() {
    Checks checks = new Checks();

    Demands.NONE.requireMet(claims(null, null, null), NOW, checks);

    assertThat(checks.made()).isEmpty();
  }

  private static IDTokenClaimsSet claims(Integer loggedIn, String acr, String organization) {
    IDTokenClaimsSet claims =
        new IDTokenClaimsSet(
            new Issuer("http://127.0.0.1:9400/"),
            new Subject("alice"),
            List.of(new Audience("web1")),
            Date.from(NOW.plusSeconds(60)),
            Date.from(NOW));
    if (loggedIn != null) {
      claims.setAuthenticationTime(Date.from(NOW.plusSeconds(loggedIn)));
    }
    claims.setClaim("acr", acr);
    claims.setClaim("org_id", organization);
    return claims;
  }
}
