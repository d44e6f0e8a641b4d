package io.bearergate.contract.doors.app;

import io.bearergate.jakarta.ProtectedApi;

/** Cannot be loaded without its parent. */
@ProtectedApi(issuer = "${sys.doors.issuer}", audience = "https://api.bearergate.test/notes")
public final class Incomplete extends Missing {}
