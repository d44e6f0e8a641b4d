package io.bearergate.sample.flow;

/** That a client has reason not to go on: what it was sent is not what it must be. */
public final class CheckFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * One check that does not hold.
   *
   * @param check its number in the flow specifications, such as {@code SC1}
   * @param what what is wrong, with nothing secret in it
   */
  public CheckFailed(String check, String what) {
    super(check + ": " + what);
  }

  static void unless(boolean holds, String check, String what) {
    if (!holds) {
      throw new CheckFailed(check, what);
    }
  }
}
