package io.bearergate.contract.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bearergate.contract.http.RawRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Nobody gets in while the server goes down. */
interface StopOfServer extends OnServer {

  /** Callers with a token, each in one slow request at a time. */
  int CALLERS = 8;

  @Test
  @Order(Integer.MAX_VALUE)
  @Shows({Behaviour.STOPPING, Behaviour.IN_FLIGHT})
  default void servesNobodyWithoutTokenWhileItStops() {
    String good = server().target().good();
    RawRequest slow = RawRequest.get("/slow?ms=300").header("Connection", "close");
    RawRequest quick = RawRequest.get("/slow?ms=0").header("Connection", "close");
    List<Caller> friends =
        Stream.generate(() -> Caller.start(() -> server().send(slow.bearer(good)), this::runs))
            .limit(CALLERS)
            .toList();
    List<Caller> strangers =
        Stream.generate(() -> Caller.start(() -> server().send(quick), this::runs))
            .limit(2)
            .toList();
    await().until(() -> friends.stream().allMatch(friend -> friend.calls().size() > 1));

    long stop = System.nanoTime();
    server().process().terminate();
    boolean ended = server().process().ends();

    assertThat(ended).isTrue();
    assertThat(statuses(strangers.stream())).doesNotContain(200);
    List<Call> inFlight =
        friends.stream()
            .flatMap(friend -> friend.calls().stream())
            .filter(call -> call.spans(stop))
            .toList();
    assertThat(inFlight).isNotEmpty();
    assertThat(inFlight.stream().map(Call::status)).isSubsetOf(200, 503, RunningServer.NO_ANSWER);
    note(Behaviour.IN_FLIGHT, told(inFlight));
  }

  private boolean runs() {
    return server().process().isAlive();
  }

  private static List<Integer> statuses(Stream<Caller> callers) {
    return callers.flatMap(caller -> caller.calls().stream()).map(Call::status).toList();
  }

  private static String told(List<Call> inFlight) {
    long served = inFlight.stream().filter(call -> call.status() == 200).count();
    return served == inFlight.size()
        ? "all answered"
        : served + " of " + inFlight.size() + " answered";
  }
}
