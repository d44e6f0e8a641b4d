package io.bearergate.benchmarks.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A peer that is up: its Jetty, and HAProxy before it where that is the peer. All of it runs on one
 * core. For one thread.
 */
final class Target implements AutoCloseable {

  private final Peer peer;
  private final int port;
  private final ServerProcess jetty;
  private final List<ServerProcess> processes;

  private Target(Peer peer, int port, List<ServerProcess> processes) {
    this.peer = peer;
    this.port = port;
    this.jetty = processes.get(0);
    this.processes = processes;
  }

  static Target start(Peer peer, Workplace workplace) throws IOException {
    Path log = workplace.directory().resolve(peer.name().toLowerCase(Locale.ROOT) + ".log");
    ServerProcess jetty = ServerProcess.start(new JettyCommand(workplace).underLoad(peer), log);
    int port = jetty.nextNumber();
    List<ServerProcess> processes = new ArrayList<>(List.of(jetty));
    if (peer == Peer.HAPROXY) {
      Haproxy haproxy = Haproxy.before(port, workplace);
      processes.add(ServerProcess.start(haproxy.command(), log));
      return new Target(peer, haproxy.awaited(), processes);
    }
    return new Target(peer, port, processes);
  }

  Peer peer() {
    return peer;
  }

  int port() {
    return port;
  }

  long cpuMicros() {
    return processes.stream().mapToLong(ServerProcess::cpuMicros).sum();
  }

  Memory memory() throws IOException {
    int resident = 0;
    for (ServerProcess process : processes) {
      resident += process.residentKib();
    }
    return new Memory(resident / 1024, jetty.usedHeapKib() / 1024);
  }

  @Override
  public void close() {
    processes.forEach(ServerProcess::close);
  }
}
