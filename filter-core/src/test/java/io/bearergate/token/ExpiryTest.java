package io.bearergate.token;

import static io.bearergate.rejection.Rejection.Reason.EXPIRED;
import static io.bearergate.token.TestClaims.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.rejection.Rejection;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RS.5 exp at the borders of the leeway")
class ExpiryTest {

  private final Expiry expiry = new Expiry(Duration.ofSeconds(30));

  @Test
  void admitsTokenThatEndsAheadOfNow() {
    Claims claims = TestClaims.valid().expiringAt(NOW.plusSeconds(1)).claims();

    assertThat(expiry.check(claims, NOW)).isEmpty();
  }

  @Test
  void admitsTokenInTheLastSecondOfItsLeeway() {
    Claims claims = TestClaims.valid().expiringAt(NOW.minusSeconds(29)).claims();

    assertThat(expiry.check(claims, NOW)).isEmpty();
  }

  @Test
  void refusesTokenWhoseLeewayHasRunOut() {
    Claims claims = TestClaims.valid().expiringAt(NOW.minusSeconds(30)).claims();

    assertThat(expiry.check(claims, NOW)).map(Rejection::reason).contains(EXPIRED);
  }
}
