package io.bearergate.contract.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.attack.PathTable;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No spelling of a path gets past its rule. */
interface PathsOnServer extends OnServer {

  /** Spellings on which servers differ, by their rows. */
  Map<Behaviour, String> TELLING =
      Map.of(
          Behaviour.ENCODED_SLASH, "/api%2Fadmin",
          Behaviour.UP_FROM_OPEN, "/public/..;/api/admin",
          Behaviour.UP_BY_ENCODED_SLASH, "/public%2F..%2Fapi/admin",
          Behaviour.PARAMETER, "/api/admin;x",
          Behaviour.ENCODED_PARAMETER, "/api/admin%3Bx",
          Behaviour.TWO_SLASHES, "//api/admin");

  private Answer ask(String target, boolean withToken) {
    RawRequest request = RawRequest.get(target).header("Connection", "close");
    return server().send(withToken ? request.bearer(server().target().good()) : request);
  }

  @Test
  @Shows(Behaviour.PATHS)
  default void servesOnlyOpenPathsWithoutToken() {
    Map<String, String> served = new TreeMap<>();
    for (String target : PathTable.targets()) {
      String endpoint = ask(target, false).told("endpoint");
      if (!endpoint.isEmpty() && !endpoint.equals("public")) {
        served.put(target, ask(target, false).body());
      }
    }

    assertThat(served).isEmpty();
    note(Behaviour.PATHS, PathTable.targets().size() + " of them");
  }

  @Test
  @Shows(Behaviour.PATHS)
  default void keepsAdminFromEverySpellingOfItsPath() {
    Map<String, String> served = new TreeMap<>();
    for (String target : PathTable.targets()) {
      Answer answer = ask(target, true);
      if (answer.told("endpoint").equals("admin")
          || answer.told("path").matches("/api/admin(/.*)?")) {
        served.put(target, answer.body());
      }
    }

    assertThat(served).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "ENCODED_SLASH",
        "UP_FROM_OPEN",
        "UP_BY_ENCODED_SLASH",
        "PARAMETER",
        "ENCODED_PARAMETER",
        "TWO_SLASHES"
      })
  @Shows({
    Behaviour.ENCODED_SLASH,
    Behaviour.UP_FROM_OPEN,
    Behaviour.UP_BY_ENCODED_SLASH,
    Behaviour.PARAMETER,
    Behaviour.ENCODED_PARAMETER,
    Behaviour.TWO_SLASHES
  })
  default void servesNoSpellingOnWhichServersDiffer(Behaviour spelling) {
    Answer answer = ask(TELLING.getOrDefault(spelling, ""), false);

    assertThat(answer.told("endpoint")).isIn(List.of("", "public"));
    note(spelling, OnServer.shown(answer));
  }
}
