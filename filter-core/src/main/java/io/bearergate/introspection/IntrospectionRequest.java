package io.bearergate.introspection;

import io.bearergate.keys.FormPost;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The request about one token (RFC 7662 §2.1), with proof of who asks. Immutable. */
record IntrospectionRequest(IntrospectionRules rules, InstantSource clock) {

  static final String JSON = "application/json";
  static final String JWT = "application/token-introspection+jwt";

  /** How long an assertion of ours is good, in seconds: one call, and clocks that differ. */
  static final long ASSERTION_SECONDS = 60;

  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  FormPost about(String token) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("token", token);
    form.put("token_type_hint", "access_token");
    Optional<String> authorization = authenticate(form);
    StringBuilder encoded = new StringBuilder();
    form.forEach(
        (name, value) ->
            encoded
                .append(encoded.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(encoded(value)));
    return new FormPost(
        rules.address(), encoded.toString(), authorization, rules.signed() ? JWT : JSON);
  }

  private Optional<String> authenticate(Map<String, String> form) {
    IntrospectionClient client = rules.client();
    if (client instanceof IntrospectionClient.Secret secret) {
      return Optional.of(basic(secret));
    }
    form.put("client_id", client.id());
    if (client instanceof IntrospectionClient.Key key) {
      form.put("client_assertion_type", ASSERTION_TYPE);
      form.put("client_assertion", key.key().sign(assertion(key.id())));
    }
    return Optional.empty();
  }

  /** RFC 6749 §2.3.1: both are form-encoded before they are joined. */
  private static String basic(IntrospectionClient.Secret client) {
    String pair = encoded(client.id()) + ":" + encoded(client.secret());
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
  }

  /** RFC 7523 §3; for the issuer by its name, which no other issuer can pass for. */
  private Map<String, Object> assertion(String clientId) {
    long now = clock.instant().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", clientId);
    claims.put("sub", clientId);
    claims.put("aud", rules.issuer());
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("iat", now);
    claims.put("exp", now + ASSERTION_SECONDS);
    return claims;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
