package io.bearergate.contract.servers.app;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Answers when the time is over. */
public final class Late implements AsyncListener {

  /** For {@link AsyncWays}. */
  public Late() {}

  @Override
  public void onTimeout(AsyncEvent event) {
    AsyncWays.finish("late", event.getAsyncContext());
  }

  @Override
  public void onComplete(AsyncEvent event) {}

  @Override
  public void onError(AsyncEvent event) {}

  @Override
  public void onStartAsync(AsyncEvent event) {}
}
