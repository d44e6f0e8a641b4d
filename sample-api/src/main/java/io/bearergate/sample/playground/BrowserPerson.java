package io.bearergate.sample.playground;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import io.bearergate.sample.flow.Callback;
import io.bearergate.sample.flow.CheckFailed;
import io.bearergate.sample.flow.Exchange.Message;
import io.bearergate.sample.flow.Person;
import io.bearergate.sample.flow.RecordedHttp;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Whoever sits in front of the page: is shown where to go, and waited for. One journey at a time.
 */
final class BrowserPerson implements Person {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** The client never learns what the user and the authorization server say to each other. */
  private static final Message UNSEEN =
      new Message("unseen", List.of(), "Login and consent pages, which the client never sees.");

  private static final Message SENT_ON =
      new Message("303", List.of("Location: /playground/walk"), "");

  private final RecordedHttp http;
  private final AtomicReference<@Nullable Journey> journey = new AtomicReference<>();
  private final AtomicReference<@Nullable URI> approval = new AtomicReference<>();

  BrowserPerson(RecordedHttp http) {
    this.http = http;
  }

  private record Journey(URI from, URI redirectUri, CompletableFuture<HTTPRequest> arrival) {}

  @Override
  public Callback travel(URI from, URI redirectUri) {
    Journey begun = new Journey(from, redirectUri, new CompletableFuture<>());
    journey.set(begun);
    try {
      HTTPRequest arrived = begun.arrival().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return Arrivals.callback(redirectUri, arrived);
    } catch (TimeoutException e) {
      throw new CheckFailed("browser", "did not come back in time");
    } catch (ExecutionException e) {
      throw new IllegalStateException("an arrival cannot fail", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CheckFailed("browser", "was called back");
    } finally {
      journey.set(null);
    }
  }

  @Override
  public void approve(URI link) {
    approval.set(link);
  }

  /** What is to be opened on another device. */
  Optional<URI> approval() {
    return Optional.ofNullable(approval.get());
  }

  /** Where the browser is to go now. */
  Optional<URI> destination() {
    return Optional.ofNullable(journey.get()).map(Journey::from);
  }

  /**
   * What came to the redirect URI.
   *
   * @return whether anybody waited for it
   */
  boolean arrived(HTTPRequest callback) {
    Optional<Journey> waiting = Optional.ofNullable(journey.getAndSet(null));
    waiting.ifPresent(
        begun -> {
          http.browserSent(new HTTPRequest(HTTPRequest.Method.GET, begun.from()), UNSEEN);
          http.browserSent(callback, SENT_ON);
          begun.arrival().complete(callback);
        });
    return waiting.isPresent();
  }
}
