package io.bearergate.sample.flow;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;

/** Is told of every exchange as it was, secrets and all: not for anything that prints or keeps. */
@FunctionalInterface
public interface Witness {

  /** One exchange, after its answer; on the thread that made it. */
  void saw(HTTPRequest request, HTTPResponse response);
}
