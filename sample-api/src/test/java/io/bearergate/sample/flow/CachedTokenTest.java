package io.bearergate.sample.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import io.bearergate.sample.issuer.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CachedTokenTest {

  private final VirtualClock clock = VirtualClock.standingAt(Instant.parse("2030-01-01T00:00:00Z"));
  private final AtomicInteger calls = new AtomicInteger();
  private final CachedToken token =
      new CachedToken(
          () -> new BearerAccessToken("t" + calls.incrementAndGet(), 3600, null), clock);

  @Test
  @DisplayName("F11.9 + many API calls cost one token call")
  void asksOnce() {
    for (int call = 0; call < 10; call++) {
      token.token();
    }

    assertThat(calls).hasValue(1);
  }

  @Test
  @DisplayName("F11.9 + shortly before its end a token is asked for anew")
  void asksAnewBeforeTheEnd() {
    token.token();
    clock.advance(Duration.ofMinutes(59));

    assertThat(token.token().getValue()).isEqualTo("t2");
  }
}
