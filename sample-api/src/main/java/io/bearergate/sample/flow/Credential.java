package io.bearergate.sample.flow;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PKITLSClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.JWTID;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** By what a client shows that it is that client (RFC 6749 §2.3); afresh for every request. */
public sealed interface Credential {

  /** None: it can only say its name. */
  Credential NONE = new None();

  /** What goes into a request to this issuer; empty for a client that has nothing to show. */
  Optional<ClientAuthentication> authentication(String clientId, String issuer);

  /**
   * A certificate, shown in the TLS handshake (RFC 8705).
   *
   * @param tls shows it, and knows whom to trust
   * @param api where the API takes certificates too
   */
  record Certificate(SSLContext tls, URI api) implements Credential {

    @Override
    public Optional<ClientAuthentication> authentication(String clientId, String issuer) {
      return Optional.of(
          new PKITLSClientAuthentication(new ClientID(clientId), tls.getSocketFactory()));
    }

    @Override
    public String toString() {
      return "certificate";
    }
  }

  /** For a public client. */
  record None() implements Credential {

    @Override
    public Optional<ClientAuthentication> authentication(String clientId, String issuer) {
      return Optional.empty();
    }
  }

  /**
   * A shared secret.
   *
   * @param inBody whether it goes into the form and not into the header
   */
  record Secret(String value, boolean inBody) implements Credential {

    @Override
    public Optional<ClientAuthentication> authentication(String clientId, String issuer) {
      ClientID id = new ClientID(clientId);
      com.nimbusds.oauth2.sdk.auth.Secret secret = new com.nimbusds.oauth2.sdk.auth.Secret(value);
      return Optional.of(
          inBody ? new ClientSecretPost(id, secret) : new ClientSecretBasic(id, secret));
    }

    @Override
    public String toString() {
      return "secret";
    }
  }

  /**
   * A key of its own (RFC 7523), with the issuer as the assertion's only audience.
   *
   * @param key says which algorithm it is registered for
   */
  record Key(RSAKey key, InstantSource clock) implements Credential {

    private static final Duration LIFE = Duration.ofMinutes(1);

    @Override
    public Optional<ClientAuthentication> authentication(String clientId, String issuer) {
      JWSAlgorithm algorithm = JWSAlgorithm.parse(key.getAlgorithm().getName());
      try {
        return Optional.of(
            new PrivateKeyJWT(
                claims(clientId, issuer), algorithm, key.toPrivateKey(), key.getKeyID(), null));
      } catch (JOSEException e) {
        throw new IllegalStateException("not a key to sign with", e);
      }
    }

    private JWTAuthenticationClaimsSet claims(String clientId, String issuer) {
      Date now = Date.from(clock.instant());
      Date end = Date.from(clock.instant().plus(LIFE));
      return new JWTAuthenticationClaimsSet(
          new ClientID(clientId), List.of(new Audience(issuer)), end, now, now, new JWTID());
    }

    @Override
    public String toString() {
      return "key";
    }
  }
}
