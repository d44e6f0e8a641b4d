package io.bearergate.contract;

import io.bearergate.contract.http.RawRequest;
import io.bearergate.test.TestCertificate;
import java.net.URI;
import java.util.List;

/** One embedded server that runs one application at a time. Not thread-safe. */
public interface ServletContainer {

  /** Which it is, for the name of a test's failure. */
  String name();

  /**
   * Starts the server on an ephemeral port of 127.0.0.1 with the application at its context path,
   * and every filter mapped to {@code /*} for all five dispatcher types, async-supported.
   *
   * @return the server's address, without a path
   * @throws IllegalStateException if the application does not start, as when a filter's init fails
   */
  URI start(WebApp app);

  /**
   * Opens another port of the running server, for TLS. Clients are asked for a certificate, and may
   * go without.
   *
   * @param own what the server shows
   * @param trusted what clients may show
   * @return the address of that port, without a path
   */
  URI listenSecurely(TestCertificate own, List<TestCertificate> trusted);

  /** Stops the application and starts it again on the same port, as a redeployment does. */
  void redeploy();

  /** Whether the server itself answers 500 to this request target, before any filter is asked. */
  default boolean failsOn(String target) {
    return false;
  }

  /** Whether the server turns this request into a good one before any filter sees it. */
  default boolean mends(RawRequest request) {
    return false;
  }

  /** Stops the server; filters are destroyed. Does nothing when it is stopped already. */
  void stop();
}
