package io.bearergate.sample.flow;

import java.net.URI;

/** The user, as far as a flow needs one: at a browser, or elsewhere with a link in hand. */
public interface Person {

  /**
   * Goes where the client sends the browser, logs in and decides.
   *
   * @param redirectUri where the journey ends
   * @return what the browser brings there
   * @throws CheckFailed if it ends elsewhere, or not at all
   */
  Callback travel(URI from, URI redirectUri);

  /**
   * Opens a link on another device, logs in there and agrees; or sees to it that somebody does, and
   * does not wait for it.
   *
   * @throws CheckFailed if it leads nowhere
   */
  void approve(URI link);
}
