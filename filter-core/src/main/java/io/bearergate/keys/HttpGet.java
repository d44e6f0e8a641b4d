package io.bearergate.keys;

import java.io.IOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * A GET for a document of an issuer: bounded in time and size, no credentials, no cache, no
 * compression, redirects only within the origin. {@code docs/rationale.md} says why it is built on
 * {@link HttpURLConnection}. Thread-safe.
 *
 * @param tls asked at the first {@code https} call, since loading it takes time
 */
record HttpGet(JwksRules rules, Supplier<SSLSocketFactory> tls) {

  private static final int MOST_REDIRECTS = 3;

  /**
   * Gets the document. From the connection on, redirects included, it lasts at most the read
   * time-out; the attempt is told when that has passed.
   *
   * @param known the version that need not be sent again
   * @throws BadAnswer for any answer but a 200 that can be used, or a 304 that we asked for
   * @throws IOException if there is no answer
   */
  Answer get(URI address, Optional<Version> known, Attempt attempt) throws IOException {
    attempt.allow(rules.connectTimeout().plus(rules.readTimeout()));
    URI at = address;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      Optional<Version> asked = known.filter(isOf(at));
      HttpURLConnection connection = open(at, "application/json", attempt);
      asked.ifPresent(have -> connection.setRequestProperty("If-None-Match", have.entityTag()));
      try {
        connection.connect();
        if (redirects == 0) {
          attempt.allow(rules.readTimeout());
        }
        Response response = Response.of(connection, asked);
        if (!response.isRedirect()) {
          return response.from(at, rules.maxResponseBytes());
        }
        at = onward(at, connection.getHeaderField("Location"));
      } finally {
        attempt.disconnect(); // a server that keeps the connection open is not waited for
      }
    }
    throw new BadAnswer("is redirected more than " + MOST_REDIRECTS + " times");
  }

  private static Predicate<Version> isOf(URI address) {
    return version -> version.address().equals(address);
  }

  /**
   * A connection that is still to be made.
   *
   * @param accepted the media type that is asked for
   */
  HttpURLConnection open(URI at, String accepted, Attempt attempt) throws IOException {
    HttpURLConnection connection = rules.route().open(at);
    connection.setConnectTimeout(Math.toIntExact(rules.connectTimeout().toMillis()));
    connection.setReadTimeout(Math.toIntExact(rules.readTimeout().toMillis()));
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setAuthenticator(new Authenticator() {}); // knows no password
    connection.setRequestProperty("Accept", accepted);
    connection.setRequestProperty("Accept-Encoding", "identity");
    // In place of the JDK's no-cache, which some servers take for a wish never to hear 304.
    connection.setRequestProperty("Cache-Control", "max-age=0");
    connection.setRequestProperty("User-Agent", "Bearergate");
    // Kept alive it would leave a thread of the JDK's behind, for a call every few minutes.
    connection.setRequestProperty("Connection", "close");
    attempt.disconnectBy(disconnect(connection));
    return connection;
  }

  private Runnable disconnect(HttpURLConnection connection) {
    if (!(connection instanceof HttpsURLConnection https)) {
      return () -> end(connection);
    }
    TlsSockets sockets = new TlsSockets(tls.get());
    https.setSSLSocketFactory(sockets);
    return () -> {
      sockets.close();
      end(connection);
    };
  }

  private static void end(HttpURLConnection connection) {
    try {
      connection.disconnect();
    } catch (NullPointerException e) {
      // The JDK's is not made to run beside the reader, which has cleaned up then.
    }
  }

  private static URI onward(URI from, String location) throws IOException {
    try {
      URI to = from.resolve(new URI(String.valueOf(location)));
      if (location != null && Origin.isSame(to, from)) {
        return to;
      }
    } catch (URISyntaxException e) {
      throw new BadAnswer("is redirected to what is no address");
    }
    throw new BadAnswer("is redirected to another origin");
  }
}
