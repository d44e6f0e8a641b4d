package io.bearergate.sample.playground;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The form of each request the client sends by itself, from what was typed and issued before. */
record TrialForms(Typed typed, Purse purse) {

  private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";
  private static final String CIBA = "urn:openid:params:grant-type:ciba";

  /** The field of the metadata that names where it goes. */
  static String endpoint(TrialKind kind) {
    return switch (kind) {
      case DEVICE -> "device_authorization_endpoint";
      case CIBA -> "backchannel_authentication_endpoint";
      case REVOKE -> "revocation_endpoint";
      case USERINFO -> "userinfo_endpoint";
      case LOGOUT -> "end_session_endpoint";
      case CODE, PKCE, PAR, JAR, RAR, FORM_POST, HYBRID -> "authorization_endpoint";
      case CLIENT_CREDENTIALS, DEVICE_TOKEN, PASSWORD, CIBA_TOKEN, REFRESH -> "token_endpoint";
    };
  }

  Map<String, List<String>> of(TrialKind kind) {
    return switch (kind) {
      case CLIENT_CREDENTIALS -> grant("client_credentials", typed("audience", "scope"));
      case DEVICE -> typed("audience", "scope");
      case DEVICE_TOKEN -> grant(DEVICE, held("device_code"));
      case PASSWORD -> grant("password", typed("username", "password", "audience", "scope"));
      case CIBA -> typed("login_hint", "binding_message", "audience", "scope");
      case CIBA_TOKEN -> grant(CIBA, held("auth_req_id"));
      case REFRESH -> grant("refresh_token", held("refresh_token"));
      case REVOKE -> revoked();
      default -> Map.of();
    };
  }

  private Map<String, List<String>> revoked() {
    return Map.of("token", List.of(purse.last("refresh_token").orElse("")));
  }

  private Map<String, List<String>> typed(String... names) {
    return typed.parameters(names);
  }

  private Map<String, List<String>> held(String name) {
    return Map.of(name, List.of(purse.last(name).orElse("")));
  }

  private static Map<String, List<String>> grant(String type, Map<String, List<String>> more) {
    Map<String, List<String>> form = new LinkedHashMap<>();
    form.put("grant_type", List.of(type));
    form.putAll(more);
    return form;
  }
}
