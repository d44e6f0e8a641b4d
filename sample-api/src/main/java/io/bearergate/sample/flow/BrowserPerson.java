package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.bearergate.sample.flow.Exchange.Message;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody real in front of a real browser: is shown where to go, and waited for. One journey at a
 * time.
 */
public final class BrowserPerson implements Person {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** The client never learns what the user and the authorization server say to each other. */
  private static final Message UNSEEN =
      new Message("unseen", List.of(), "Login and consent pages, which the client never sees.");

  private final RecordedHttp http;
  private final Message welcome;
  private final Consumer<URI> guide;
  private final AtomicReference<@Nullable Journey> journey = new AtomicReference<>();
  private final AtomicReference<@Nullable URI> approval = new AtomicReference<>();

  /**
   * One who is told where to go by whoever asks {@link #destination}.
   *
   * @param welcome what the redirect URI answers the browser
   */
  public BrowserPerson(RecordedHttp http, Message welcome) {
    this(http, welcome, destination -> {});
  }

  /** One whom {@code guide} tells where to go, once the answer can be waited for. */
  public BrowserPerson(RecordedHttp http, Message welcome, Consumer<URI> guide) {
    this.http = http;
    this.welcome = welcome;
    this.guide = guide;
  }

  private record Journey(URI from, URI redirectUri, CompletableFuture<HTTPRequest> arrival) {}

  @Override
  public Callback travel(URI from, URI redirectUri) {
    Journey begun = new Journey(from, redirectUri, new CompletableFuture<>());
    journey.set(begun);
    guide.accept(from);
    try {
      HTTPRequest arrived = begun.arrival().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return callback(redirectUri, arrived);
    } catch (TimeoutException e) {
      throw new CheckFailed(
          "browser", "nobody came back within " + PATIENCE.toMinutes() + " minutes");
    } catch (ExecutionException e) {
      throw new IllegalStateException("an arrival cannot fail", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CheckFailed("browser", "was called back");
    } finally {
      journey.set(null);
    }
  }

  private static Callback callback(URI redirectUri, HTTPRequest arrived) {
    return arrived.getMethod() == HTTPRequest.Method.GET
        ? Callback.of(arrived.getURI())
        : Callback.posted(redirectUri, URLUtils.parseParameters(arrived.getBody()));
  }

  @Override
  public void approve(URI link) {
    approval.set(link);
  }

  /** What is to be opened on another device. */
  public Optional<URI> approval() {
    return Optional.ofNullable(approval.get());
  }

  /** Where the browser is to go now. */
  public Optional<URI> destination() {
    return Optional.ofNullable(journey.get()).map(Journey::from);
  }

  /**
   * What came to the redirect URI.
   *
   * @return whether anybody waited for it
   */
  public boolean arrived(HTTPRequest callback) {
    Optional<Journey> waiting = Optional.ofNullable(journey.getAndSet(null));
    waiting.ifPresent(
        begun -> {
          http.browserSent(new HTTPRequest(HTTPRequest.Method.GET, begun.from()), UNSEEN);
          http.browserSent(callback, welcome);
          begun.arrival().complete(callback);
        });
    return waiting.isPresent();
  }
}
