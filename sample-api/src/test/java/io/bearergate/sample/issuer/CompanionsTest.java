package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CompanionsTest {

  @Test
  @DisplayName("2.0.7 the hashes are those of the specification's vectors")
  void hashesTheVectors() {
    Companions companions =
        new Companions(
            Optional.of(new BearerAccessToken("jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y")),
            Optional.of(new AuthorizationCode("bgc_7Qm2Zt9LxV4rYp0NwK6sHd3J")),
            Optional.empty());
    JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();

    companions.addTo(claims);

    assertThat(claims.getClaims())
        .containsEntry("c_hash", "VhrclpUXq8s8SxbZqNoF7w")
        .containsEntry("at_hash", "77QmUPtjPfzWtF2AnpK9RQ")
        .hasSize(2);
  }
}
