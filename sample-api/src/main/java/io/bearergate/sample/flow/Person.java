package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
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
   * Lets a script of the page that was reached fetch {@code resource}, with the browser's cookies.
   *
   * @throws CheckFailed if this browser's pages do so by themselves and by nobody else's order
   */
  default HTTPResponse fetch(URI resource) {
    throw new CheckFailed("browser", "its own page has to ask for " + resource.getPath());
  }

  /**
   * Opens a link on another device, logs in there and agrees; or sees to it that somebody does, and
   * does not wait for it.
   *
   * @throws CheckFailed if it leads nowhere
   */
  void approve(URI link);

  /** One who does as asked, from the script: alice, by way of {@code client}'s record. */
  static Person scripted(RecordedHttp client, Landscape landscape) {
    return new ScriptedPerson(client, landscape.people().user("alice"));
  }
}
