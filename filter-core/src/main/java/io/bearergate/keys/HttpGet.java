package io.bearergate.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
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
  private static final int BUFFER_BYTES = 8192;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  /**
   * Gets the document. From the connection on, redirects included, it lasts at most the read
   * time-out; the attempt is told when that has passed.
   *
   * @throws BadAnswer for any answer but a 200 that can be used
   * @throws IOException if there is no answer
   */
  Answer get(URI address, Attempt attempt) throws IOException {
    attempt.allow(rules.connectTimeout().plus(rules.readTimeout()));
    URI at = address;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      HttpURLConnection connection = open(at, attempt);
      try {
        connection.connect();
        if (redirects == 0) {
          attempt.allow(rules.readTimeout());
        }
        int status = connection.getResponseCode();
        if (!REDIRECTS.contains(status)) {
          return answer(connection, status);
        }
        at = onward(at, connection.getHeaderField("Location"));
      } finally {
        attempt.disconnect(); // a server that keeps the connection open is not waited for
      }
    }
    throw new BadAnswer("is redirected more than " + MOST_REDIRECTS + " times");
  }

  private HttpURLConnection open(URI at, Attempt attempt) throws IOException {
    if (!(at.toURL().openConnection() instanceof HttpURLConnection connection)) {
      throw new IOException("the JVM's handler for " + at.getScheme() + " was replaced");
    }
    connection.setConnectTimeout(Math.toIntExact(rules.connectTimeout().toMillis()));
    connection.setReadTimeout(Math.toIntExact(rules.readTimeout().toMillis()));
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setAuthenticator(new Authenticator() {}); // knows no password
    connection.setRequestProperty("Accept", "application/json");
    connection.setRequestProperty("Accept-Encoding", "identity");
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
      if (location != null && Origin.of(to).equals(Origin.of(from))) {
        return to;
      }
    } catch (URISyntaxException e) {
      throw new BadAnswer("is redirected to what is no address");
    }
    throw new BadAnswer("is redirected to another origin");
  }

  private Answer answer(HttpURLConnection connection, int status) throws IOException {
    if (status < 0) {
      throw new BadAnswer("is answered with what is not HTTP");
    }
    if (status != HttpURLConnection.HTTP_OK) {
      throw new BadAnswer("is answered with HTTP status " + status);
    }
    String encoding = connection.getHeaderField("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new BadAnswer("is compressed, unasked");
    }
    if (connection.getContentLengthLong() > rules.maxResponseBytes()) {
      throw tooLong();
    }
    return Answer.of(body(connection), connection.getHeaderField("Cache-Control"));
  }

  private byte[] body(HttpURLConnection connection) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream(BUFFER_BYTES);
    byte[] buffer = new byte[BUFFER_BYTES];
    InputStream in = connection.getInputStream(); // closed when the attempt disconnects
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      body.write(buffer, 0, read);
      if (body.size() > rules.maxResponseBytes()) {
        throw tooLong();
      }
    }
    boolean chunked = connection.getHeaderField("Transfer-Encoding") != null;
    if (!chunked && body.size() < connection.getContentLengthLong()) {
      throw new BadAnswer("is cut short"); // which the JDK does not notice
    }
    return body.toByteArray();
  }

  private BadAnswer tooLong() {
    return new BadAnswer("is longer than " + rules.maxResponseBytes() + " bytes");
  }
}
