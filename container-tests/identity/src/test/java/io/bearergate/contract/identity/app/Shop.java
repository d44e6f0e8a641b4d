package io.bearergate.contract.identity.app;

import io.bearergate.jakarta.ProtectedApi;

/** The settings. */
@ProtectedApi(
    issuer = "${sys.identity.issuer}",
    audience = "https://api.bearergate.test/notes",
    rules = {"/public/** open", "/optional/** optional", "/** token"},
    settings = "startup=wait")
public final class Shop {}
