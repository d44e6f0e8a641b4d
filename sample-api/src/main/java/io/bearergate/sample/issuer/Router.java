package io.bearergate.sample.issuer;

import static java.util.stream.Collectors.joining;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the endpoint for a request, and answers for it what is the same at all: methods, CORS. */
final class Router {

  private static final int NO_CONTENT = 204;
  private static final int METHOD_NOT_ALLOWED = 405;

  private final Map<String, Endpoint> endpoints;
  private final Registry registry;

  Router(List<Endpoint> endpoints, Registry registry) {
    this.endpoints =
        endpoints.stream().collect(Collectors.toMap(Endpoint::path, Function.identity()));
    this.registry = registry;
  }

  HTTPResponse answer(IncomingRequest incoming) {
    Endpoint endpoint = endpoints.get(keyOf(incoming.path()));
    if (endpoint == null) {
      return Replies.empty(HTTPResponse.SC_NOT_FOUND);
    }
    HTTPResponse response =
        incoming.isPreflight() && endpoint.answersOtherOrigins()
            ? Replies.empty(NO_CONTENT)
            : answer(endpoint, incoming);
    if (endpoint.answersOtherOrigins()) {
      allowOrigin(response, incoming);
    }
    return response;
  }

  /** The path itself, or the nearest one above it that an endpoint answers everything below of. */
  private String keyOf(String path) {
    String key = path;
    while (!endpoints.containsKey(key) && key.length() > 1) {
      key = key.substring(0, key.lastIndexOf('/', key.length() - 2) + 1);
    }
    return key;
  }

  private static HTTPResponse answer(Endpoint endpoint, IncomingRequest incoming) {
    Optional<HTTPRequest.Method> method =
        incoming.asKnownMethod().filter(endpoint.methods()::contains);
    if (method.isEmpty()) {
      return notAllowed(endpoint);
    }
    return incoming
        .toRequest(method.get())
        .map(endpoint::answer)
        .orElseGet(() -> Replies.errorPage(OAuth2Error.INVALID_REQUEST));
  }

  private static HTTPResponse notAllowed(Endpoint endpoint) {
    HTTPResponse response = Replies.empty(METHOD_NOT_ALLOWED);
    response.setHeader("Allow", allowed(endpoint));
    return response;
  }

  private static String allowed(Endpoint endpoint) {
    Stream<String> named = endpoint.methods().stream().map(Enum::name);
    Stream<String> implied =
        endpoint.methods().contains(HTTPRequest.Method.GET) ? Stream.of("HEAD") : Stream.of();
    return Stream.concat(named, implied).sorted().collect(joining(", "));
  }

  private void allowOrigin(HTTPResponse response, IncomingRequest incoming) {
    response.setHeader("Vary", "Origin");
    Optional<String> origin = incoming.header("Origin").filter(registry::knowsOrigin);
    origin.ifPresent(known -> response.setHeader("Access-Control-Allow-Origin", known));
    origin.ifPresent(known -> response.setHeader("Access-Control-Expose-Headers", "DPoP-Nonce"));
    if (origin.isPresent() && incoming.isPreflight()) {
      response.setHeader("Access-Control-Allow-Methods", "POST");
      response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, DPoP");
      response.setHeader("Access-Control-Max-Age", "600");
    }
  }
}
