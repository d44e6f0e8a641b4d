package io.bearergate.contract.attack;

import static io.bearergate.contract.attack.Attack.token;

import io.bearergate.contract.Refusal;
import java.util.List;
import java.util.stream.Stream;

/** The token's times are past, ahead, missing or no times. The leeway is 30 s. */
final class TimeAttacks {

  private static final List<String> NO_TIMES =
      List.of(
          "\"1893456300\"",
          "\"NaN\"",
          "\"\"",
          "\"9999-12-31T23:59:59Z\"",
          "true",
          "[1893456300]",
          "{\"seconds\":1893456300}",
          "-1",
          "-0.5",
          "-9223372036854775808",
          "253402300800",
          "9223372036854775807",
          "9223372036854775808",
          "18446744073709551616",
          "1e400",
          "1e999",
          "1893456300000");

  private TimeAttacks() {}

  static Stream<Attack> rows(Target target) {
    return Stream.of(expired(target), ahead(target), noTimes(target)).flatMap(s -> s);
  }

  private static Stream<Attack> expired(Target target) {
    long now = target.now().getEpochSecond();
    Stream<Attack> past =
        Stream.of(now - 30, now - 31, now - 3600, 1L, 0L)
            .map(
                exp ->
                    token(
                        "exp " + (now - exp) + " s ago",
                        target.signed(target.claimsWith("exp", Long.toString(exp))),
                        Refusal.C1X));
    Stream<Attack> others =
        Stream.of(
            token("exp missing", target.token(t -> t.without("exp"))),
            token(
                "exp under another name",
                target.token(t -> t.without("exp").claim("Exp", now + 300))),
            token(
                "exp in milliseconds of the past",
                target.signed(target.claimsWith("exp", now - 31 + ".999")),
                Refusal.C1X));
    return Stream.concat(past, others);
  }

  private static Stream<Attack> ahead(Target target) {
    long border = target.now().getEpochSecond() + 31;
    return Stream.of("nbf", "iat")
        .flatMap(
            claim ->
                Stream.of(border, border + 3600, 253402300799L)
                    .map(
                        time ->
                            token(
                                claim + " ahead, " + time,
                                target.token(t -> t.claim(claim, time)))));
  }

  private static Stream<Attack> noTimes(Target target) {
    return Stream.of("exp", "nbf", "iat")
        .flatMap(
            claim ->
                NO_TIMES.stream()
                    .map(
                        value ->
                            token(
                                claim + " is " + value,
                                target.signed(target.claimsWith(claim, value)))));
  }
}
