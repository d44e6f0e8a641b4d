package io.bearergate.keys;

import io.bearergate.keys.FleetSimulation.Load;
import io.bearergate.keys.FleetSimulation.Outage;
import java.time.Duration;
import java.util.List;

/** Prints the tables of {@code docs/scaling.md}: what a fleet asks of its issuer. */
final class FleetTables {

  private static final List<Integer> NODES = List.of(1, 10, 100, 1000);
  private static final List<Duration> REFRESHES =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1));
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  private FleetTables() {}

  public static void main(String[] arguments) {
    System.out.println("Every node started at the same moment; fetches of the key set.\n");
    row("nodes", "jwks-refresh", "in an hour", "peak/s: at start", "first refresh", "after a day");
    row("---", "---", "---", "---", "---", "---");
    each(FleetTables::steady);
    System.out.println("\nThe issuer is down for 10 minutes, a day after the start; tries.\n");
    row("nodes", "jwks-refresh", "while down", "peak/s: while down", "minute after", "next hour");
    row("---", "---", "---", "---", "---", "---");
    each((nodes, refresh) -> outage(nodes, refresh, DAY));
    System.out.println(
        "\nThe issuer is down for the first 10 minutes of the whole fleet; tries.\n");
    row(
        "nodes",
        "jwks-refresh",
        "while down",
        "peak/s after the first",
        "minute after",
        "next hour");
    row("---", "---", "---", "---", "---", "---");
    each((nodes, refresh) -> outage(nodes, refresh, Duration.ZERO));
  }

  /** A line for one fleet. */
  private interface Line {
    void print(int nodes, Duration refresh);
  }

  private static void each(Line line) {
    REFRESHES.forEach(refresh -> NODES.forEach(nodes -> line.print(nodes, refresh)));
  }

  private static void steady(int nodes, Duration refresh) {
    Duration length = DAY.plusHours(2);
    Load load = new FleetSimulation(nodes, refresh, Duration.ZERO).run(length, Outage.NONE);
    Duration second = Duration.ofSeconds(1);
    row(
        nodes,
        minutes(refresh),
        load.fetches(DAY, DAY.plusHours(1)),
        load.peak(Duration.ZERO, second),
        load.peak(second, refresh),
        load.peak(DAY, length));
  }

  private static void outage(int nodes, Duration refresh, Duration from) {
    Duration to = from.plusMinutes(10);
    Load load =
        new FleetSimulation(nodes, refresh, Duration.ZERO)
            .run(to.plusHours(2), new Outage(from, to));
    row(
        nodes,
        minutes(refresh),
        load.fetches(from, to),
        load.peak(from.plusSeconds(1), to),
        load.peak(to, to.plus(MINUTE)),
        load.peak(to.plus(MINUTE), to.plusHours(1)));
  }

  private static String minutes(Duration span) {
    return span.toMinutes() + " min";
  }

  private static void row(Object... cells) {
    StringBuilder line = new StringBuilder("|");
    for (Object cell : cells) {
      line.append(' ').append(cell).append(" |");
    }
    System.out.println(line);
  }
}
