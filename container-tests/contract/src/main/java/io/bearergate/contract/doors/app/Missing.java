package io.bearergate.contract.doors.app;

/** What is left out of the application, as a jar that somebody forgot. */
class Missing {}
