package io.bearergate.contract.doors.app;

/** What some servers report along with its parent. */
public final class Derived extends Annotated {}
