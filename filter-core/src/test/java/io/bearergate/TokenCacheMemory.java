package io.bearergate;

import io.bearergate.config.GateConfig;
import io.bearergate.config.Setting;
import io.bearergate.event.GateListener;
import io.bearergate.http.TestRequest;
import io.bearergate.test.TestIssuer;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Prints the heap that {@value #TOKENS} tokens take once a gate has admitted them: one of the
 * figures of {@code docs/scaling.md}.
 */
final class TokenCacheMemory {

  private static final int TOKENS = 10_000;
  private static final String AUDIENCE = "https://api.example.com";

  private TokenCacheMemory() {}

  public static void main(String[] arguments) {
    try (TestIssuer issuer = TestIssuer.start();
        Gate gate = open(issuer)) {
      admit(gate, token(issuer, 0)); // loads what is loaded once
      long before = heap();
      long chars = 0;
      for (int i = 1; i <= TOKENS; i++) {
        String token = token(issuer, i);
        chars += token.length();
        admit(gate, token);
      }
      double mebibytes = (heap() - before) / (1024.0 * 1024.0);
      System.out.printf(
          Locale.ROOT,
          "%,d tokens of %d characters, once admitted: %.1f MiB of heap. JDK %s%n",
          TOKENS,
          chars / TOKENS,
          mebibytes,
          Runtime.version());
      admit(gate, token(issuer, 0)); // so that the gate is in use until now
    }
  }

  private static Gate open(TestIssuer issuer) {
    GateConfig config =
        GateConfig.builder(issuer.issuer(), AUDIENCE).set(Setting.JWKS, issuer.jwks()).build();
    return Gate.open(config, InstantSource.system(), GateListener.NONE);
  }

  private static String token(TestIssuer issuer, int number) {
    return issuer.token(
        t ->
            t.audience(AUDIENCE)
                .subject("user-" + number)
                .scope("read:orders write:orders read:profile")
                .claim("https://example.com/tenant", "tenant-" + number % 100));
  }

  private static void admit(Gate gate, String token) {
    Decision decision =
        gate.decide(new TestRequest("GET", "/a").with("Authorization", "Bearer " + token));
    if (!(decision instanceof Decision.Admit)) {
      throw new IllegalStateException("not admitted: " + decision);
    }
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
