package io.bearergate.contract.annotations.app;

import io.bearergate.jakarta.ProtectedApi;

/** Settings for all of them. */
@ProtectedApi(
    issuer = "${sys.annotations.issuer}",
    audience = "https://api.bearergate.test/notes",
    rules = {"/open/** open", "/read/** scope read", "/** token"},
    settings = "startup=wait")
public final class Api {}
