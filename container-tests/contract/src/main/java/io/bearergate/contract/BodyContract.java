package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import org.junit.jupiter.api.Test;

/** The request's body is the application's, whole. */
public abstract class BodyContract extends SharedApiContract {

  private static final String TEXT = "x".repeat(100_000);

  @Override
  TestApi.Plan plan() {
    return api()
        .serving(
            "/form/*",
            (request, response) -> {
              String value = request.getParameter("text");
              response.getWriter().println("length=" + (value == null ? -1 : value.length()));
            })
        .serving(
            "/octets/*",
            (request, response) ->
                response
                    .getWriter()
                    .println("length=" + request.getInputStream().readAllBytes().length));
  }

  @Test
  void leavesFormToTheServlet() {
    assertThat(api.send(form("/form").bearer(api.token())).told("length")).isEqualTo("100000");
  }

  @Test
  void leavesOctetsToTheServlet() {
    RawRequest upload = RawRequest.of("PUT", "/octets").body("application/octet-stream", TEXT);

    assertThat(api.send(upload.bearer(api.token())).told("length")).isEqualTo("100000");
  }

  @Test
  void servesNextRequestOfConnectionAfterRefusedPost() {
    try (RawConnection connection = RawConnection.to(api.base())) {
      Answer refused = connection.send(form("/form"));
      boolean keptOpen = connection.isOpen();
      Answer next = connection.send(RawRequest.get("/form?text=abc").bearer(api.token()));

      Refusal.C0.isGivenBy(refused);
      assertThat(keptOpen).isTrue();
      assertThat(next.told("length")).isEqualTo("3");
    }
  }

  private static RawRequest form(String target) {
    return RawRequest.of("POST", target).body("application/x-www-form-urlencoded", "text=" + TEXT);
  }
}
