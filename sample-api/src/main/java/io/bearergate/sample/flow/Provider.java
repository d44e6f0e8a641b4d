package io.bearergate.sample.flow;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** An authorization server as a client finds it: by its metadata and nothing else. */
record Provider(OIDCProviderMetadata metadata, RecordedHttp http) {

  /** Asks for the metadata; it must name the issuer it was asked of. */
  static Provider discover(Trip trip) {
    return discover(trip.landscape().issuer(), trip.http(), trip.checks());
  }

  static Provider discover(String issuer, RecordedHttp http, Checks checks) {
    String base = issuer.endsWith("/") ? issuer : issuer + "/";
    URI wellKnown = URI.create(base + ".well-known/openid-configuration");
    HTTPResponse response = http.exchange(new HTTPRequest(HTTPRequest.Method.GET, wellKnown));
    try {
      OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(response.getBodyAsJSONObject());
      checks.require(
          metadata.getIssuer().getValue().equals(issuer),
          "metadata",
          "it names the issuer that was asked");
      return new Provider(metadata, http);
    } catch (ParseException e) {
      throw new CheckFailed("metadata", "not that of an OpenID provider");
    }
  }

  String issuer() {
    return metadata.getIssuer().getValue();
  }

  /**
   * One of its endpoints, by the metadata's word for it.
   *
   * @throws CheckFailed if it has none
   */
  URI endpoint(String name, Function<OIDCProviderMetadata, URI> member) {
    return Optional.ofNullable(member.apply(metadata))
        .orElseThrow(() -> new CheckFailed("metadata", "the server has no " + name));
  }

  JWKSet keys() {
    HTTPResponse response =
        http.exchange(new HTTPRequest(HTTPRequest.Method.GET, metadata.getJWKSetURI()));
    try {
      return JWKSet.parse(response.getBody());
    } catch (java.text.ParseException e) {
      throw new CheckFailed("V1", "no keys to be had");
    }
  }
}
