package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.contract.mutation.Mutant;
import io.bearergate.contract.mutation.MutatedTokens;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Thousands of mutated tokens over one connection: none wrongly admitted, none a 5xx. */
public abstract class MutatedTokensContract extends SharedApiContract {

  private static final long SEED = 20_261_121L;

  private final TestKey rsa = TestKey.generate("RS256", "rs-1");
  private final TestKey ed = TestKey.generate("EdDSA", "ed-1");
  private final TestKey ec = TestKey.generate("ES256", "es-1");

  /** How many this container is worth. */
  protected int mutants() {
    return 2_000;
  }

  @Override
  TestApi.Plan plan() {
    TestApi.Plan plan = api();
    plan.issuer().add(rsa);
    plan.issuer().add(ed);
    plan.issuer().add(ec);
    return plan.serving("/*", new Echo("other"));
  }

  /** What came of all of them. */
  private static final class Tally {
    private int admitted;
    private int refused;
    private final List<String> wrong = new ArrayList<>();

    void count(Mutant mutant, Answer answer) {
      boolean asExpected = answer.status() == (mutant.valid() ? 200 : 401);
      admitted += answer.status() == 200 ? 1 : 0;
      refused += answer.status() == 401 ? 1 : 0;
      if (!asExpected) {
        wrong.add(mutant.change() + " → " + answer.status() + ": " + mutant.token());
      }
    }
  }

  @Test
  @DisplayName("admits no mutated token but those known to be valid")
  void admitsNoMutant() {
    Tally tally = new Tally();
    long began = System.nanoTime();
    TestIssuer issuer = api.issuer();
    try (RawConnection connection = RawConnection.to(api.base())) {
      MutatedTokens.of(issuer, List.of(ec, ed, rsa), api.now(), SEED, mutants())
          .forEach(mutant -> tally.count(mutant, send(connection, mutant)));
    }
    report(tally, Duration.ofNanos(System.nanoTime() - began));

    assertThat(tally.wrong).isEmpty();
    assertThat(tally.admitted + tally.refused).isEqualTo(mutants());
  }

  private static Answer send(RawConnection connection, Mutant mutant) {
    return connection.send(RawRequest.get("/a").bearer(mutant.token()));
  }

  private void report(Tally tally, Duration took) {
    System.out.printf(
        "mutated tokens on %s: %d sent, %d refused, %d admitted as they must be, %d wrong, %d ms%n",
        api.container().name(),
        mutants(),
        tally.refused,
        tally.admitted - (int) tally.wrong.stream().filter(w -> w.contains("→ 200")).count(),
        tally.wrong.size(),
        took.toMillis());
  }
}
