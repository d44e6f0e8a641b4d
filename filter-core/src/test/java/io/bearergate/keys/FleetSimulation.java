package io.bearergate.keys;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The fetches that many nodes cause at one issuer, by the schedule that really runs in each. Time
 * is simulated; a fetch takes none. {@link FleetTables} prints what comes out.
 *
 * @param nodes all started within {@code startedWithin}
 * @param refresh the setting {@code jwks-refresh} of all
 * @param startedWithin the nodes start evenly spread over this time; zero is the worst case
 */
record FleetSimulation(int nodes, Duration refresh, Duration startedWithin) {

  private static final long SEED = 20261121;
  private static final long TICK_MILLIS = 1000;

  /** A time during which every fetch fails. */
  record Outage(Duration from, Duration to) {

    static final Outage NONE = new Outage(Duration.ZERO, Duration.ZERO);

    private boolean covers(long millis) {
      return millis >= from.toMillis() && millis < to.toMillis();
    }
  }

  /** Fetches of all nodes together, by the second. */
  record Load(List<Integer> perSecond) {

    /** How many from one time to another. */
    int fetches(Duration from, Duration to) {
      return within(from, to).sum();
    }

    /** The most in any one second from one time to another. */
    int peak(Duration from, Duration to) {
      return within(from, to).max().orElseThrow();
    }

    private IntStream within(Duration from, Duration to) {
      return perSecond.subList((int) from.toSeconds(), (int) to.toSeconds()).stream()
          .mapToInt(Integer::intValue);
    }
  }

  /** One node: when its timer's tick falls, when it looks next, how often it failed in a row. */
  private record Node(long phase, long at, int failures) {

    /** The first tick of its timer at or after it is due. */
    private Node due(long dueAt, int failed) {
      long ticks = -Math.floorDiv(phase - dueAt, TICK_MILLIS);
      return new Node(phase, phase + ticks * TICK_MILLIS, failed);
    }
  }

  /** Runs all of it from the first start on. */
  Load run(Duration length, Outage outage) {
    SplittableRandom random = new SplittableRandom(SEED);
    FetchSchedule schedule = new FetchSchedule(refresh, random::nextDouble);
    PriorityQueue<Node> queue = started();
    int[] perSecond = new int[(int) length.toSeconds()];
    for (Node node = queue.remove(); node.at < length.toMillis(); node = queue.remove()) {
      perSecond[(int) (node.at / 1000)]++;
      boolean failed = outage.covers(node.at);
      int failures = failed ? node.failures + 1 : 0;
      Duration next =
          failed ? schedule.afterFailure(failures) : schedule.afterSuccess(Optional.empty());
      queue.add(node.due(node.at + next.toMillis(), failures));
    }
    return new Load(Arrays.stream(perSecond).boxed().toList());
  }

  private PriorityQueue<Node> started() {
    PriorityQueue<Node> queue = new PriorityQueue<>((a, b) -> Long.compare(a.at, b.at));
    for (int i = 0; i < nodes; i++) {
      long at = startedWithin.toMillis() * i / nodes;
      queue.add(new Node(at, at, 0));
    }
    return queue;
  }
}
