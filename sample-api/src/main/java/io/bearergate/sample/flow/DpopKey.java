package io.bearergate.sample.flow;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.time.InstantSource;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** A key made for one set of tokens, and the proofs that it is at hand (RFC 9449). */
record DpopKey(ECKey key, InstantSource clock) {

  static DpopKey generate(InstantSource clock) {
    try {
      return new DpopKey(new ECKeyGenerator(Curve.P_256).generate(), clock);
    } catch (JOSEException e) {
      throw new IllegalStateException("every JDK makes EC keys", e);
    }
  }

  /** Adds a fresh proof to a request for a token. */
  void proveIn(HTTPRequest request) {
    proveIn(request, null, null);
  }

  /**
   * Adds a fresh proof to a request with a token.
   *
   * @param nonce what the other side asked for, if it did
   */
  void proveIn(HTTPRequest request, @Nullable AccessToken token, @Nullable Nonce nonce) {
    Date now = Date.from(clock.instant());
    try {
      request.setDPoP(
          new DefaultDPoPProofFactory(key, JWSAlgorithm.ES256)
              .createDPoPJWT(
                  new JWTID(), request.getMethod().name(), request.getURI(), now, token, nonce));
    } catch (JOSEException e) {
      throw new IllegalStateException("not a key to sign with", e);
    }
  }

  @Override
  public String toString() {
    return "key";
  }
}
