package io.bearergate.sample.flow;

import javax.net.ssl.SSLContext;

/**
 * One walk through a flow: where, who, and everything that was said and checked.
 *
 * @param http as the client; {@link RecordedHttp#sentBy} for others
 */
public record Trip(Landscape landscape, Person person, RecordedHttp http, Checks checks) {

  /** One with a user who does as asked, from the script. */
  static Trip scripted(Landscape landscape) {
    RecordedHttp http = new RecordedHttp();
    return new Trip(landscape, Person.scripted(http, landscape), http, new Checks());
  }

  /** The same over TLS of one's own, perhaps with a certificate. */
  Trip over(SSLContext tls) {
    return new Trip(landscape, person, http.over(tls), checks);
  }

  /** One with somebody else in front of the browser. */
  public static Trip with(Person person, Landscape landscape) {
    return new Trip(landscape, person, new RecordedHttp(), new Checks());
  }
}
