package io.bearergate.sample.flow;

import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a client wants its user to have logged in, and whether that came true (V8).
 *
 * @param maxAge how long ago the login may be
 * @param acrValues the classes of authentication that will do; none: any
 * @param organization through which the user is to log in
 */
record Demands(Optional<Duration> maxAge, List<String> acrValues, Optional<String> organization) {

  static final Demands NONE = new Demands(Optional.empty(), List.of(), Optional.empty());

  private static final Duration SKEW = Duration.ofSeconds(60);

  Demands {
    acrValues = List.copyOf(acrValues);
  }

  void addTo(AuthenticationRequest.Builder request) {
    maxAge.ifPresent(age -> request.maxAge(Math.toIntExact(age.toSeconds())));
    if (!acrValues.isEmpty()) {
      request.acrValues(acrValues.stream().map(ACR::new).toList());
    }
    organization.ifPresent(name -> request.customParameter("organization", name));
  }

  void requireMet(IDTokenClaimsSet claims, Instant now, Checks checks) {
    maxAge.ifPresent(
        age ->
            checks.require(
                isWithin(age, claims, now), "V8", "the user logged in no longer ago than asked"));
    if (!acrValues.isEmpty()) {
      checks.require(
          Optional.ofNullable(claims.getACR())
              .map(ACR::getValue)
              .filter(acrValues::contains)
              .isPresent(),
          "V8",
          "the user logged in by the means asked for");
    }
    organization.ifPresent(
        id ->
            checks.require(
                id.equals(claims.getStringClaim("org_id")),
                "V8",
                "the user logged in to the organization asked for"));
  }

  private static boolean isWithin(Duration age, IDTokenClaimsSet claims, Instant now) {
    return Optional.ofNullable(claims.getAuthenticationTime())
        .filter(at -> !at.toInstant().plus(age).plus(SKEW).isBefore(now))
        .isPresent();
  }
}
