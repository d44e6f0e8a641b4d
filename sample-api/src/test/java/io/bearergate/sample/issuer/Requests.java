package io.bearergate.sample.issuer;

import java.util.LinkedHashMap;
import java.util.Map;

/** Good requests, each to be spoilt in one point. */
public final class Requests {

  static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"; // RFC 7636 app. B
  static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  public static final String WEB_CALLBACK = "http://127.0.0.1:8081/callback";
  public static final String SPA_CALLBACK = "http://127.0.0.1:8083/callback";

  static final String FORM_CALLBACK = "http://127.0.0.1:8084/callback";
  static final String HYBRID_CALLBACK = "http://127.0.0.1:8085/callback";

  private Requests() {}

  /** {@code web1} asks for a login and a token for the notes API. */
  public static Map<String, String> web() {
    return authorization("web1", WEB_CALLBACK);
  }

  public static Map<String, String> spa() {
    return authorization("spa1", SPA_CALLBACK);
  }

  public static Map<String, String> authorization(String clientId, String redirectUri) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("response_type", "code");
    parameters.put("client_id", clientId);
    parameters.put("redirect_uri", redirectUri);
    parameters.put("scope", "openid profile read:notes");
    parameters.put("audience", Fixtures.NOTES_API);
    parameters.put("state", "st-8f1c");
    parameters.put("nonce", "n-41aa");
    parameters.put("code_challenge", CHALLENGE);
    parameters.put("code_challenge_method", "S256");
    return parameters;
  }

  /** {@code form1} asks for a login and nothing else. */
  static Map<String, String> form() {
    Map<String, String> asked = front("form1", FORM_CALLBACK, "id_token");
    asked.put("scope", "openid profile");
    asked.remove("audience");
    return without(asked, "code_challenge", "code_challenge_method");
  }

  /** {@code hyb1} asks for a login at once and a token for the notes API later. */
  static Map<String, String> hybrid() {
    return front("hyb1", HYBRID_CALLBACK, "code id_token");
  }

  private static Map<String, String> front(String clientId, String redirectUri, String type) {
    Map<String, String> parameters = authorization(clientId, redirectUri);
    parameters.put("response_type", type);
    parameters.put("response_mode", "form_post");
    return parameters;
  }

  /** Trades {@code code} in, but for the client's credentials. */
  public static Map<String, String> redemption(String code, String redirectUri) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", redirectUri);
    form.put("code_verifier", VERIFIER);
    return form;
  }

  public static Map<String, String> with(Map<String, String> good, String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(good);
    changed.put(name, value);
    return changed;
  }

  public static Map<String, String> without(Map<String, String> good, String... names) {
    Map<String, String> changed = new LinkedHashMap<>(good);
    for (String name : names) {
      changed.remove(name);
    }
    return changed;
  }
}
