package io.bearergate.sample;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import net.minidev.json.JSONObject;

/**
 * What the mock authorization server has sent to a user's own device, which it stands in for: the
 * link that came with a message.
 */
record Inbox(String issuer, String username) implements Function<String, Optional<URI>> {

  @Override
  public Optional<URI> apply(String message) {
    URI address = URI.create(issuer + "__mock/inbox/" + username);
    try {
      JSONObject answer =
          new HTTPRequest(HTTPRequest.Method.GET, address).send().getBodyAsJSONObject();
      return JSONObjectUtils.getJSONArray(answer, "notices").stream()
          .map(JSONObject.class::cast)
          .filter(notice -> message.equals(notice.get("binding_message")))
          .map(notice -> URI.create((String) notice.get("link")))
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}
