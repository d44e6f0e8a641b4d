package io.bearergate.contract.doors.app;

import io.bearergate.jakarta.ProtectedApi;

/** Would let everything through. */
@ProtectedApi(settings = "enabled=false")
public final class AnnotatedToo {}
