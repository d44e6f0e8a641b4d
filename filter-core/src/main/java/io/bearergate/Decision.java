package io.bearergate;

import io.bearergate.http.Credentials;
import io.bearergate.rejection.Challenge;
import io.bearergate.token.AccessToken;
import java.util.Map;

/** What becomes of one request: exactly one of five. Immutable. */
public sealed interface Decision {

  /** The application answers and knows of no principal. */
  record Pass() implements Decision {}

  /**
   * The application answers, on behalf of the token's principal.
   *
   * @param scheme what the token came with: the request's auth type
   * @param responseHeaders to be set on the application's answer
   */
  record Admit(AccessToken token, Credentials.Scheme scheme, Map<String, String> responseHeaders)
      implements Decision {
    public Admit {
      responseHeaders = Map.copyOf(responseHeaders);
    }
  }

  /**
   * The application never sees the request; the client, whoever it is, gets this document with
   * status 200.
   *
   * @param json the metadata of this API (RFC 9728 §3.2)
   */
  record Publish(String json) implements Decision {}

  /**
   * The application never sees the request: its body is a logout token, for {@link Gate#logOut}.
   *
   * @param mostBytes longest body to be read
   */
  record LogOut(int mostBytes) implements Decision {}

  /** The application never sees the request; the client gets {@code challenge}. */
  record Refuse(Challenge challenge) implements Decision {}
}
