package io.bearergate.sample.issuer;

import com.github.tomakehurst.wiremock.common.Notifier;

/** Says nothing: WireMock's messages quote requests, and these hold secrets. */
final class SilentNotifier implements Notifier {

  @Override
  public void info(String message) {}

  @Override
  public void error(String message) {}

  @Override
  public void error(String message, Throwable cause) {}
}
