package io.bearergate.benchmarks.http;

import java.util.List;
import java.util.stream.Stream;

/**
 * One kind of traffic and those who face it.
 *
 * @param repeated whether one token comes again and again, or each comes once
 * @param perSecond the open loop's rate, which every peer can bear
 */
record Experiment(
    String name,
    String title,
    String algorithm,
    boolean repeated,
    int perSecond,
    List<Peer> peers) {

  static final Experiment REPEATED =
      new Experiment(
          "repeated",
          "One token, repeated (RS256)",
          "RS256",
          true,
          2_000,
          List.of(
              Peer.NO_SECURITY,
              Peer.BEARERGATE,
              Peer.HAPROXY,
              Peer.NIMBUS,
              Peer.PAC4J,
              Peer.SPRING));

  static final Experiment NEVER_SEEN =
      new Experiment(
          "never-seen",
          "Tokens never seen before (RS256)",
          "RS256",
          false,
          2_000,
          List.of(Peer.values()));

  static final Experiment NEVER_SEEN_ES256 =
      new Experiment(
          "never-seen-es256",
          "Tokens never seen before (ES256)",
          "ES256",
          false,
          400,
          List.of(Peer.values()));

  /** The same for fewer peers. */
  Experiment among(List<Peer> few) {
    Stream<Peer> kept = peers.stream().filter(few::contains);
    return new Experiment(name, title, algorithm, repeated, perSecond, kept.toList());
  }

  /** Everybody, each round another one first. */
  <T> List<T> rotated(List<T> all, int round) {
    int by = round % all.size();
    return Stream.concat(all.subList(by, all.size()).stream(), all.subList(0, by).stream())
        .toList();
  }
}
