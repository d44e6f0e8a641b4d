package io.bearergate.introspection;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The JDK's HTTP client writes the header fields of every call to its own log at FINE, a client
 * secret with them. The level of that log is not ours to set: it is the server's or another
 * application's too, and may be set again after us. So we say it, once. Thread-safe.
 */
final class SecretInLog {

  static final String JDK_LOGGER = "sun.net.www.protocol.http.HttpURLConnection";

  private static final Logger LOG = System.getLogger("io.bearergate.introspection");

  private final IntrospectionRules rules;
  private final Logger jdk = System.getLogger(JDK_LOGGER);
  private final AtomicBoolean told = new AtomicBoolean();

  SecretInLog(IntrospectionRules rules) {
    this.rules = rules;
  }

  /** Warns if it is so now: the level may change while we run. */
  void warn() {
    boolean hasSecret = rules.client() instanceof IntrospectionClient.Secret;
    if (hasSecret && jdk.isLoggable(Level.DEBUG) && told.compareAndSet(false, true)) {
      LOG.log(
          Level.WARNING,
          "The logger {0} is at FINE or below: it writes the introspection-client-secret for {1} to the"
              + " log with every call. Set it to INFO, and change the secret if it was written",
          JDK_LOGGER,
          rules.issuer());
    }
  }
}
