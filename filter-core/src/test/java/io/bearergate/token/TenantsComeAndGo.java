package io.bearergate.token;

import io.bearergate.keys.JwkSources;
import io.bearergate.keys.KeyLocation;
import io.bearergate.token.TenantRules.Answer.Vouched;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Asks about a tenant again, and lets one go for another. */
final class TenantsComeAndGo implements Runnable {

  /** RFC 8037, appendix A.2. */
  private static final String KEYS =
      "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\","
          + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}]}";

  private final AtomicLong nanos = new AtomicLong();

  @Override
  public void run() {
    Duration lifetime = Duration.ofMinutes(10);
    TenantRules rules = new TenantRules(issuer -> vouched(), 1, lifetime);
    try (JwkSources sources = TestRules.sources();
        Tenants tenants = new Tenants(rules, sources, Duration.ZERO, nanos::get)) {
      find(tenants, "https://a.example.com/");
      nanos.addAndGet(lifetime.toNanos() / 10 * 9);
      find(tenants, "https://a.example.com/");
      while (!tenants.isQuiet()) {
        Thread.onSpinWait();
      }
      find(tenants, "https://b.example.com/");
    }
  }

  private static Vouched vouched() {
    return new Vouched(
        TestRules.tokensFor("api"), new KeyLocation.Text(KEYS), Map.of("audience", "api"));
  }

  private static void find(Tenants tenants, String issuer) {
    if (!(tenants.find(issuer) instanceof Standing.Known)) {
      throw new IllegalStateException(issuer + " is not known");
    }
  }
}
