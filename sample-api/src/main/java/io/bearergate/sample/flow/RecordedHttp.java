package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.bearergate.sample.flow.Exchange.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** HTTP that follows no redirect by itself and keeps a masked record of all that is said. */
public final class RecordedHttp {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final HttpClient CLIENT = builder().build();

  private final HttpClient client;
  private final List<Exchange> exchanges;
  private final Party sender;
  private final Witness witness;

  RecordedHttp() {
    this((request, response) -> {});
  }

  /** One whose every exchange is also told to {@code witness}, with nothing masked. */
  public RecordedHttp(Witness witness) {
    this(CLIENT, new CopyOnWriteArrayList<>(), Party.CLIENT, witness);
  }

  private RecordedHttp(HttpClient client, List<Exchange> exchanges, Party sender, Witness witness) {
    this.client = client;
    this.exchanges = exchanges;
    this.sender = sender;
    this.witness = witness;
  }

  /** The same record, for what another party sends. */
  RecordedHttp sentBy(Party party) {
    return new RecordedHttp(client, exchanges, party, witness);
  }

  /** Keeps what a real browser sent, and as much of the answer as is known here. */
  public void browserSent(HTTPRequest request, Message answer) {
    exchanges.add(new Exchange(Party.USER_AGENT, shown(request), answer));
    witness.saw(request, new HTTPResponse(HTTPResponse.SC_FOUND));
  }

  /** The same record, for what is sent over TLS of one's own. */
  RecordedHttp over(SSLContext tls) {
    return new RecordedHttp(builder().sslContext(tls).build(), exchanges, sender, witness);
  }

  /** All so far, in the order they took place. */
  public List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  /**
   * Sends it and waits for the answer.
   *
   * @throws UncheckedIOException if there is no answer
   */
  public HTTPResponse exchange(HTTPRequest request) {
    try {
      HttpResponse<String> response = client.send(forJdk(request), BodyHandlers.ofString());
      HTTPResponse answer = forSdk(response);
      keep(request, answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException("no answer from " + request.getURI().resolve("/"), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an answer", e);
    }
  }

  private void keep(HTTPRequest request, HTTPResponse response) {
    exchanges.add(new Exchange(sender, shown(request), shown(response)));
    witness.saw(request, response);
  }

  private static HttpClient.Builder builder() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(PATIENCE);
  }

  private static HttpRequest forJdk(HTTPRequest request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.getURI())
            .timeout(PATIENCE)
            .method(request.getMethod().name(), BodyPublishers.ofString(bodyOf(request)));
    request
        .getHeaderMap()
        .forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
    return builder.build();
  }

  private static String bodyOf(HTTPRequest request) {
    return Optional.ofNullable(request.getBody()).orElse("");
  }

  private static HTTPResponse forSdk(HttpResponse<String> response) {
    HTTPResponse copy = new HTTPResponse(response.statusCode());
    response
        .headers()
        .map()
        .forEach((name, values) -> copy.setHeader(name, values.toArray(String[]::new)));
    copy.setBody(response.body());
    return copy;
  }

  private static Message shown(HTTPRequest request) {
    return new Message(
        Masking.ofText(request.getMethod() + " " + request.getURI()),
        headers(request.getHeaderMap()),
        Masking.ofBody(bodyOf(request)));
  }

  private static Message shown(HTTPResponse response) {
    return new Message(
        Integer.toString(response.getStatusCode()),
        headers(response.getHeaderMap()),
        Masking.ofBody(Optional.ofNullable(response.getBody()).orElse("")));
  }

  private static List<String> headers(Map<String, List<String>> headers) {
    return headers.entrySet().stream()
        .filter(header -> !header.getKey().equalsIgnoreCase("matched-stub-id"))
        .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
        .map(Masking::ofHeader)
        .toList();
  }
}
