package io.bearergate.sample.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FrontHashesTest {

  private static final AuthorizationCode CODE =
      new AuthorizationCode("bgc_7Qm2Zt9LxV4rYp0NwK6sHd3J");
  private static final BearerAccessToken TOKEN =
      new BearerAccessToken("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y");

  private final Checks checks = new Checks();
  private final IDTokenClaimsSet claims =
      new IDTokenClaimsSet(
          new Issuer("http://127.0.0.1:9400/"),
          new Subject("alice"),
          List.of(new Audience("hyb1")),
          Date.from(Instant.EPOCH.plusSeconds(60)),
          Date.from(Instant.EPOCH));
  private final FrontHashes hashes = new FrontHashes(claims, checks);

  @Test
  @DisplayName("V6 V7 2.0.7 the specification's vectors fit")
  void takesTheVectors() {
    claims.setClaim("c_hash", "VhrclpUXq8s8SxbZqNoF7w");
    claims.setClaim("at_hash", "77QmUPtjPfzWtF2AnpK9RQ");

    hashes.require(CODE);
    hashes.require(TOKEN);

    assertThat(checks.made()).hasSize(2).allMatch(Checks.Check::holds);
  }

  @Test
  @DisplayName("V6 V7 F10.2 − another code and another access token do not")
  void refusesOthers() {
    claims.setClaim("c_hash", "VhrclpUXq8s8SxbZqNoF7w");
    claims.setClaim("at_hash", "77QmUPtjPfzWtF2AnpK9RQ");

    assertThatThrownBy(() -> hashes.require(new AuthorizationCode("other")))
        .hasMessageStartingWith("V7");
    assertThatThrownBy(() -> hashes.require(new BearerAccessToken("other")))
        .hasMessageStartingWith("V6");
  }

  @Test
  @DisplayName("V6 V7 − an ID token that says nothing of what came with it vouches for nothing")
  void demandsHashes() {
    assertThatThrownBy(() -> hashes.require(CODE)).hasMessageStartingWith("V7");
    assertThatThrownBy(() -> hashes.require(TOKEN)).hasMessageStartingWith("V6");
  }

  @Test
  @DisplayName("V7 s_hash is compared where it is, and not missed where it is not")
  void comparesStateWhereHashed() {
    hashes.compare(new State("st-8f1c"));
    claims.setClaim("s_hash", "VhrclpUXq8s8SxbZqNoF7w");

    assertThatThrownBy(() -> hashes.compare(new State("st-8f1c"))).hasMessageStartingWith("V7");
    hashes.compare(new State("bgc_7Qm2Zt9LxV4rYp0NwK6sHd3J"));
  }
}
