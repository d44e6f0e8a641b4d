package io.bearergate.keys;

/**
 * One published key cannot be used to verify signatures. The message is a fixed phrase that
 * completes "key 2 …"; it holds nothing of the key.
 */
final class UnfitKey extends Exception {
  private static final long serialVersionUID = 1L;

  UnfitKey(String why) {
    super(why);
  }
}
