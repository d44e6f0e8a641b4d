package io.bearergate.sample.war;

import io.bearergate.jakarta.ProtectedApi;

/**
 * All there is to say about who may do what. The issuer is that of {@code bin/demo}, unless the
 * server is started with {@code -Dsample.issuer=…}.
 */
@ProtectedApi(
    issuer = "${sys.sample.issuer:http://127.0.0.1:9400/}",
    audience = "https://api.bearergate.test/notes",
    rules = {
      "GET  /api/public   open",
      "GET  /api/notes    scope read:notes",
      "POST /api/notes    scope write:notes",
      "/**                token"
    })
public final class Notes {
  private Notes() {}
}
