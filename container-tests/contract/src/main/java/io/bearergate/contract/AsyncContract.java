package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.http.Answer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Identity is kept where a request goes on without its thread. */
public abstract class AsyncContract extends SharedApiContract {

  /** The two ways to begin an asynchronous cycle. */
  private enum Beginning {
    PLAIN {
      @Override
      AsyncContext of(HttpServletRequest request, HttpServletResponse response) {
        return request.startAsync();
      }
    },
    WITH_ARGUMENTS {
      @Override
      AsyncContext of(HttpServletRequest request, HttpServletResponse response) {
        return request.startAsync(request, response);
      }
    };

    abstract AsyncContext of(HttpServletRequest request, HttpServletResponse response);
  }

  @Override
  TestApi.Plan plan() {
    return api()
        .serving("/*", new Echo("other"))
        .serving("/plain/again/*", (rq, rs) -> dispatchAgain(Beginning.PLAIN, rq, rs))
        .serving("/plain/other/*", (rq, rs) -> dispatchElsewhere(Beginning.PLAIN, rq, rs))
        .serving("/plain/complete/*", (rq, rs) -> completeElsewhere(Beginning.PLAIN, rq, rs))
        .serving("/plain/public/*", (rq, rs) -> dispatchAgain(Beginning.PLAIN, rq, rs))
        .serving("/args/again/*", (rq, rs) -> dispatchAgain(Beginning.WITH_ARGUMENTS, rq, rs))
        .serving("/args/other/*", (rq, rs) -> dispatchElsewhere(Beginning.WITH_ARGUMENTS, rq, rs))
        .serving(
            "/args/complete/*", (rq, rs) -> completeElsewhere(Beginning.WITH_ARGUMENTS, rq, rs))
        .rules("/plain/public/** open\n/api/admin/** scope admin\n/** token");
  }

  private static void dispatchAgain(
      Beginning beginning, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getDispatcherType() == DispatcherType.ASYNC) {
      new Echo("again").handle(request, response);
      return;
    }
    AsyncContext context = beginning.of(request, response);
    context.start(context::dispatch);
  }

  private static void dispatchElsewhere(
      Beginning beginning, HttpServletRequest request, HttpServletResponse response) {
    AsyncContext context = beginning.of(request, response);
    context.start(() -> context.dispatch("/api/admin"));
  }

  private static void completeElsewhere(
      Beginning beginning, HttpServletRequest request, HttpServletResponse response) {
    AsyncContext context = beginning.of(request, response);
    Thread worker =
        new Thread(
            () -> {
              try {
                HttpServletRequest inside = (HttpServletRequest) context.getRequest();
                new Echo("worker").write(inside, context.getResponse().getWriter());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } finally {
                context.complete();
              }
            });
    worker.start();
  }

  static Stream<String> ways() {
    return Stream.of("/plain", "/args");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void keepsIdentityWhenDispatchedAgain(String way) {
    String token = api.token(t -> t.claim("roles", List.of("admin")));

    Answer answer = api.get(way + "/again", token);

    assertThat(answer.told("dispatch")).isEqualTo("ASYNC");
    assertThat(answer.told("user")).isEqualTo("alice");
    assertThat(answer.told("admin")).isEqualTo("true");
    assertThat(answer.told("principal")).isEqualTo("alice");
    assertThat(answer.told("auth")).isEqualTo("Bearer");
    assertThat(answer.told("from")).isEqualTo("alice");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void keepsDecisionWhenDispatchedElsewhere(String way) {
    Answer answer = api.get(way + "/other", api.token());

    assertThat(answer.told("path")).isEqualTo("/api/admin");
    assertThat(answer.told("principal")).isEqualTo("alice");
    assertThat(api.events().decisions()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void keepsIdentityOnAnotherThread(String way) {
    Answer answer = api.get(way + "/complete", api.token());

    assertThat(answer.told("endpoint")).isEqualTo("worker");
    assertThat(answer.told("principal")).isEqualTo("alice");
    assertThat(answer.told("user")).isEqualTo("alice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/plain/again", "/plain/other", "/args/complete"})
  void refusesBeforeAnythingBegins(String path) {
    Refusal.C0.isGivenBy(api.get(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/plain/public"})
  void knowsNobodyWhenOpenPathIsDispatchedAgain(String path) {
    assertThat(api.get(path).told("principal")).isEqualTo("-");
  }
}
