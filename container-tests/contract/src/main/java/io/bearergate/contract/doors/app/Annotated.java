package io.bearergate.contract.doors.app;

import io.bearergate.jakarta.ProtectedApi;

/** All that a user writes. */
@ProtectedApi(
    issuer = "${sys.doors.issuer}",
    audience = "https://api.bearergate.test/notes",
    rules = {"/public/** open", "/** token"},
    settings = "startup=wait")
public class Annotated {}
