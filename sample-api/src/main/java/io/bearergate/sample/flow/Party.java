package io.bearergate.sample.flow;

/** Who sends a request in a flow, in the words of RFC 6749 §1.1. */
public enum Party {
  /** The browser. */
  USER_AGENT,
  /** The application. */
  CLIENT,
  /** Another device of the user's, where something is approved. */
  OTHER_DEVICE
}
