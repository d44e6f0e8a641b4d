package io.bearergate.sample;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import io.bearergate.sample.flow.BrowserPerson;
import io.bearergate.sample.flow.Callback;
import io.bearergate.sample.flow.Exchange.Message;
import io.bearergate.sample.flow.Person;
import io.bearergate.sample.flow.RecordedHttp;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/**
 * Somebody who reads a terminal and has a browser beside it. What the browser brings back is waited
 * for on the redirect URI's own port, and no longer than for this one journey.
 */
final class TerminalPerson implements Person {

  private static final Message WELCOME = new Message("200", List.of(), ReturnPage.TEXT);

  private final BrowserPerson browser;
  private final PrintStream terminal;

  TerminalPerson(RecordedHttp http, PrintStream terminal) {
    this.terminal = terminal;
    this.browser =
        new BrowserPerson(
            http, WELCOME, link -> print("Open this in a browser, log in and decide: ", link));
  }

  /**
   * {@inheritDoc}
   *
   * @throws java.io.UncheckedIOException if the port is taken
   */
  @Override
  public Callback travel(URI from, URI redirectUri) {
    SampleApi door = openDoor(redirectUri, browser::arrived);
    try {
      return browser.travel(from, redirectUri);
    } finally {
      door.close();
    }
  }

  private static SampleApi openDoor(URI redirectUri, Consumer<HTTPRequest> arrival) {
    return SampleApi.start(
        redirectUri.getPort(), List.of(WebApp.of(new ReturnPage(redirectUri, arrival))));
  }

  @Override
  public void approve(URI link) {
    print("Open this in a browser, on any device, log in and decide: ", link);
  }

  private void print(String what, URI link) {
    terminal.println(what + link);
  }
}
