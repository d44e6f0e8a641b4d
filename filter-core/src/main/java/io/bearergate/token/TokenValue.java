package io.bearergate.token;

/**
 * A token as its client presented it: a secret until it expires, which nothing prints, logs or
 * stores by accident. Not serialisable. Immutable.
 */
public final class TokenValue {

  /** Transient for what writes objects down by their fields, JSON libraries among them. */
  private final transient String text;

  private final int start;

  /** What ends {@code text}, from {@code start} on. */
  TokenValue(String text, int start) {
    this.text = text;
    this.start = start;
  }

  /**
   * The token itself, character for character as it came; of an encrypted one the encrypted form.
   * To be sent to whom it is for, or exchanged (RFC 8693), and to nobody else.
   */
  public String reveal() {
    return text.substring(start);
  }

  /** Shows nothing of it. */
  @Override
  public String toString() {
    return "TokenValue[hidden]";
  }
}
