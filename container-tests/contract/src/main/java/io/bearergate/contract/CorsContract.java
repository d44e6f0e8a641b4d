package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.http.RawRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Preflights pass, and nothing else that claims to be one. */
public abstract class CorsContract extends SharedApiContract {

  private static final String ORIGIN = "http://127.0.0.1:8083";

  @Override
  TestApi.Plan plan() {
    return NotesApi.on(api());
  }

  @Test
  void passesPreflightWithoutPrincipal() {
    assertThat(api.send(preflight("OPTIONS", "/api/whoami")).told("principal")).isEqualTo("-");
  }

  @Test
  void passesPreflightOfMethodLimitedPath() {
    assertThat(api.send(preflight("OPTIONS", "/api/notes")).status()).isEqualTo(200);
  }

  Stream<Named<RawRequest>> fakes() {
    RawRequest options = RawRequest.of("OPTIONS", "/api/whoami");
    return Stream.of(
        Named.of("plain OPTIONS", options),
        Named.of("no Origin", options.header("Access-Control-Request-Method", "GET")),
        Named.of("no requested method", options.header("Origin", ORIGIN)),
        Named.of("GET", preflight("GET", "/api/whoami")),
        Named.of("POST", preflight("POST", "/api/whoami")),
        Named.of("lower case", preflight("options", "/api/whoami")),
        Named.of(
            "method override",
            preflight("GET", "/api/whoami").header("X-HTTP-Method-Override", "OPTIONS")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fakes")
  void refusesFakePreflight(RawRequest fake) {
    Refusal.C0.isGivenBy(api.send(fake));
  }

  private static RawRequest preflight(String method, String target) {
    return RawRequest.of(method, target)
        .header("Origin", ORIGIN)
        .header("Access-Control-Request-Method", "GET");
  }
}
