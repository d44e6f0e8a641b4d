package io.bearergate.sample;

import io.bearergate.sample.api.Endpoints;
import io.bearergate.sample.issuer.Fixtures;

/** What a newcomer is told: where things are, and what to paste. */
final class Welcome {

  private Welcome() {}

  static String to(Stage stage) {
    return """
        Bearergate is up. Ctrl-C stops it.

          authorization server  %1$s   (users: alice %5$s, bob %6$s)
          playground            %2$s   (open it in a browser)
          sample API            %2$sapi/notes
          MCP server            %2$smcp
          backend of a page     %7$s

        A token, and three requests to paste:

        TOKEN=$(curl -s -u m2m1:%3$s -d grant_type=client_credentials -d audience=%4$s %1$soauth/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')

        200, for this token may read:
        curl -si -H "Authorization: Bearer $TOKEN" %2$sapi/notes

        401, without a token:
        curl -si %2$sapi/notes

        403, for it may not write:
        curl -si -H "Authorization: Bearer $TOKEN" -d '{"text":"x"}' %2$sapi/notes

        """
        .formatted(
            stage.issuer().issuer(),
            stage.api().address(),
            Fixtures.clientSecret("m2m1"),
            Endpoints.AUDIENCE,
            Fixtures.password("alice"),
            Fixtures.password("bob"),
            stage.backend().address());
  }
}
