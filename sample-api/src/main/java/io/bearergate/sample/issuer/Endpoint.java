package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.util.Set;

/** What answers at one path. Thread-safe. */
interface Endpoint {

  /** The path, beginning with a slash. One that ends with a slash stands for all below it, too. */
  String path();

  /** Every method that is answered; another one gets 405. */
  Set<HTTPRequest.Method> methods();

  /** The answer to a request by one of {@link #methods()}; a fault of the request is an answer. */
  HTTPResponse answer(HTTPRequest request);

  /** Whether pages of registered origins may call this endpoint (CORS). */
  default boolean answersOtherOrigins() {
    return false;
  }
}
