package io.bearergate.benchmarks.http.load;

import io.bearergate.benchmarks.http.server.TrustedIssuer;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestToken;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A file of distinct valid tokens, one a line, all of one length, so that a run can go on where the
 * last one left off.
 */
public record Tokens(Path file, int count, int lineLength) {

  private static final int CHUNK = 2_000;

  /** Signs so many of them, on every core. */
  public static Tokens mint(TestIssuer issuer, Path file, int count) throws IOException {
    int lineLength = valid(issuer, 0).length() + 1;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int from = 0; from < count; from += CHUNK) {
        for (String token : signed(issuer, from, Math.min(count, from + CHUNK))) {
          out.write(token);
          out.write('\n');
        }
      }
    }
    if (Files.size(file) != (long) count * lineLength) {
      throw new IllegalStateException("tokens of different lengths");
    }
    return new Tokens(file, count, lineLength);
  }

  private static List<String> signed(TestIssuer issuer, int from, int to) {
    return IntStream.range(from, to).parallel().mapToObj(each -> valid(issuer, each)).toList();
  }

  private static String valid(TestIssuer issuer, int number) {
    return issuer.token(token -> everydayClaims(token, number));
  }

  /** What an access token of a large provider carries: some 900 octets once it is signed. */
  public static TestToken everydayClaims(TestToken token, int number) {
    return token
        .subject("auth0|65f0c1d2a3b4c5d6e7f80912")
        .audience(TrustedIssuer.AUDIENCE)
        .scope("openid profile email " + TrustedIssuer.SCOPE + " write:orders")
        .expiringAt(Instant.now().plus(Duration.ofHours(12)))
        .claim("jti", String.format(Locale.ROOT, "%016x", number))
        .claim("gty", "authorization_code")
        .claim("permissions", List.of("read:orders", "write:orders", "read:invoices"))
        .claim("https://example.com/tenant", "northwind-traders-emea");
  }

  /** Where the next token stands in the file, after so many have been sent. */
  long offset(long sent) {
    return sent % count * lineLength;
  }
}
