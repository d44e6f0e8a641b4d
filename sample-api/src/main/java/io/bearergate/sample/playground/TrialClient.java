package io.bearergate.sample.playground;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import io.bearergate.sample.flow.CheckFailed;
import io.bearergate.sample.flow.Credential;
import io.bearergate.sample.flow.RecordedHttp;
import io.bearergate.sample.flow.Registration;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The client the debugger plays: sends what it is told to, right or wrong.
 *
 * @param metadata of the authorization server, as it came
 * @param known how the client is registered, as far as that is known here
 * @param secret as it was typed
 */
record TrialClient(
    Map<String, Object> metadata, Registration known, Optional<String> secret, RecordedHttp http) {

  private static final String FORM = "application/x-www-form-urlencoded";

  static TrialClient of(
      Registration known, Optional<String> secret, String issuer, RecordedHttp http) {
    URI wellKnown = URI.create(issuer).resolve("/.well-known/openid-configuration");
    HTTPResponse answer = http.exchange(new HTTPRequest(HTTPRequest.Method.GET, wellKnown));
    try {
      return new TrialClient(answer.getBodyAsJSONObject(), known, secret, http);
    } catch (ParseException e) {
      throw new CheckFailed("metadata", "status " + answer.getStatusCode());
    }
  }

  /** Where the metadata says. */
  URI endpoint(String field) {
    return Optional.ofNullable(metadata.get(field))
        .map(String::valueOf)
        .map(URI::create)
        .orElseThrow(() -> new CheckFailed("metadata", "the server has no " + field));
  }

  /** A form, with the client's credentials. */
  HTTPResponse post(String field, Map<String, List<String>> form) {
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, endpoint(field));
    Map<String, List<String>> all = new LinkedHashMap<>(form);
    var proof = credential().authentication(known.clientId(), issuer());
    if (proof.isEmpty()) {
      all.put("client_id", List.of(known.clientId()));
    }
    try {
      request.setContentType(FORM);
    } catch (ParseException e) {
      throw new IllegalStateException("a content type that is fixed", e);
    }
    request.setBody(URLUtils.serializeParameters(all));
    proof.ifPresent(authentication -> authentication.applyTo(request));
    return http.exchange(request);
  }

  String issuer() {
    return String.valueOf(metadata.get("issuer"));
  }

  /** The secret is never taken from what is known: it has to be typed. */
  private Credential credential() {
    if (known.credential() instanceof Credential.Secret registered) {
      return secret
          .<Credential>map(typed -> new Credential.Secret(typed, registered.inBody()))
          .orElse(Credential.NONE);
    }
    return secret
        .<Credential>map(typed -> new Credential.Secret(typed, false))
        .orElse(known.credential());
  }
}
