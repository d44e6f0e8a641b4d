package io.bearergate.keys;

import java.io.IOException;

/**
 * An issuer answered, but with something that cannot be used. The message is a phrase of ours that
 * completes "the key set …"; it holds nothing of the answer.
 */
final class BadAnswer extends IOException {
  private static final long serialVersionUID = 1L;

  BadAnswer(String why) {
    super(why);
  }
}
