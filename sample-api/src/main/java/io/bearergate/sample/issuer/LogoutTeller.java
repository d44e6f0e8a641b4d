package io.bearergate.sample.issuer;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Map;

/**
 * Tells clients that a login is over (OpenID Connect Back-Channel Logout §2.5): every one that has
 * registered a {@code backchannel_logout_uri}, whether it took part in it or not. Who cannot be
 * reached is not told again.
 */
record LogoutTeller(
    Registry registry, SigningKeys keys, IssuerAddress address, InstantSource clock) {

  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final JOSEObjectType TYPE = new JOSEObjectType("logout+jwt");
  private static final Duration LIFE = Duration.ofMinutes(2);
  private static final int LONGEST_WAIT_MILLIS = 2_000;

  static LogoutTeller of(MockAuthorizationServer.Parts parts) {
    return new LogoutTeller(parts.registry(), parts.keys(), parts.address(), parts.clock());
  }

  /** Once it returns, all have been told. */
  void tell(Login login) {
    for (Client client : registry.clients().values()) {
      client.logoutUri().ifPresent(uri -> post(uri, logoutToken(client, login)));
    }
  }

  private String logoutToken(Client client, Login login) {
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(address.value())
            .subject(login.user().subject())
            .audience(client.id())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .jwtID(Handles.random())
            .claim("sid", login.sessionId())
            .claim("events", Map.of(EVENT, Map.of()))
            .build();
    return keys.sign(TYPE, claims).serialize();
  }

  private static void post(URI uri, String logoutToken) {
    try {
      HttpURLConnection call = (HttpURLConnection) uri.toURL().openConnection();
      call.setConnectTimeout(LONGEST_WAIT_MILLIS);
      call.setReadTimeout(LONGEST_WAIT_MILLIS);
      call.setInstanceFollowRedirects(false);
      call.setRequestMethod("POST");
      call.setDoOutput(true);
      call.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
      call.getOutputStream()
          .write(("logout_token=" + logoutToken).getBytes(StandardCharsets.US_ASCII));
      call.getResponseCode();
      call.disconnect();
    } catch (IOException e) { // nobody is there: the user is logged out here all the same
    }
  }
}
