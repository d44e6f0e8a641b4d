package io.bearergate.benchmarks.jmh;

import io.bearergate.Gate;
import io.bearergate.config.GateConfig;
import io.bearergate.config.GateConfigBuilder;
import io.bearergate.config.Setting;
import io.bearergate.http.Credentials;
import io.bearergate.token.AccessToken;
import io.bearergate.token.TokenVerifier;
import io.bearergate.token.VerificationResult;
import java.util.concurrent.Callable;

/** Bearergate with its defaults and the issuer's keys as text. */
record BearergateVerifier(TokenVerifier verifier) implements Contender {

  static BearergateVerifier of(Mint mint) {
    return of(settings(mint).build());
  }

  /**
   * One that remembers a single token, so that it knows none of those that come in turn: it looks
   * each up in vain, verifies it, keeps it and drops the one before.
   */
  static BearergateVerifier forgetful(Mint mint) {
    return of(forgetfulSettings(mint).build());
  }

  static BearergateVerifier of(GateConfig config) {
    return new BearergateVerifier(Gate.open(config).tokenVerifier());
  }

  /** The least there is to say: whom to believe, for whom, and by which keys. */
  static GateConfigBuilder settings(Mint mint) {
    return GateConfig.builder(Mint.ISSUER, Mint.AUDIENCE).set(Setting.JWKS, mint.jwks());
  }

  static GateConfigBuilder forgetfulSettings(Mint mint) {
    return settings(mint).set(Setting.TOKEN_CACHE, "1");
  }

  @Override
  public Callable<Object> verification(String token) {
    return () -> verify(token);
  }

  AccessToken verify(String token) {
    return accepted(verifier.verify(token));
  }

  /** As a gate asks: whose token it is comes after. */
  AccessToken verify(Credentials.Presented presented) {
    return accepted(verifier.verifyExceptBinding(presented.field(), presented.start()));
  }

  private static AccessToken accepted(VerificationResult result) {
    if (result instanceof VerificationResult.Accepted accepted) {
      return accepted.token();
    }
    throw new IllegalStateException("a good token was not accepted");
  }
}
