package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.rar.AuthorizationDetail;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a user is asked to log in for and to decide: brought by the browser, or waiting here. */
sealed interface Errand permits Ask, PendingAuthorization {

  Client client();

  /** The API that the access token is to open; none: only {@code /userinfo}. */
  Optional<Api> api();

  /** What is asked for, known or not. */
  Set<String> scopes();

  /** What is asked for beyond scopes (RFC 9396). */
  List<AuthorizationDetail> details();

  /** The name the login page begins with. */
  Optional<String> loginHint();

  /** What the user should compare before agreeing. */
  List<String> remarks();
}
