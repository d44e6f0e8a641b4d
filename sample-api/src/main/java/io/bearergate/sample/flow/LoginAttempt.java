package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One click on "log in" in one browser, and what only that browser's session knows of it. It can be
 * answered once.
 */
final class LoginAttempt {

  private final Demands demands;
  private final State state = new State();
  private final Nonce nonce = new Nonce();
  private final CodeVerifier verifier = new CodeVerifier();
  private final AtomicBoolean answered = new AtomicBoolean();

  LoginAttempt() {
    this(Demands.NONE);
  }

  LoginAttempt(Demands demands) {
    this.demands = demands;
  }

  Demands demands() {
    return demands;
  }

  State state() {
    return state;
  }

  Nonce nonce() {
    return nonce;
  }

  CodeVerifier verifier() {
    return verifier;
  }

  /** Whether this is the first answer. */
  boolean closeOnce() {
    return answered.compareAndSet(false, true);
  }
}
