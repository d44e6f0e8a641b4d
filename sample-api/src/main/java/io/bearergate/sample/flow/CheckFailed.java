package io.bearergate.sample.flow;

import org.jspecify.annotations.Nullable;

/** That a client has reason not to go on: what it was sent is not what it must be. */
public final class CheckFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final String ACCESS_DENIED = "access_denied";

  /**
   * One check that does not hold.
   *
   * @param check its number in the flow specifications, such as {@code SC1}
   * @param what what is wrong, with nothing secret in it
   */
  public CheckFailed(String check, String what) {
    super(check + ": " + what);
  }

  /** That the server says no, in words where the user had the say. */
  static CheckFailed byError(String check, @Nullable String code) {
    return new CheckFailed(
        check,
        ACCESS_DENIED.equals(code)
            ? code + " (login or consent was refused)"
            : String.valueOf(code));
  }

  static void unless(boolean holds, String check, String what) {
    if (!holds) {
      throw new CheckFailed(check, what);
    }
  }
}
