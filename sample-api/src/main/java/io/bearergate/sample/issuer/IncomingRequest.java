package io.bearergate.sample.issuer;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.net.URI;
import java.util.Optional;

/** A request as WireMock hands it over, on its way to the SDK's form. */
record IncomingRequest(Request received, Doorway doorway) {

  /** Who asks, for those that count by address: on the loopback everybody is this machine. */
  private static final String LOOPBACK = "127.0.0.1";

  /**
   * Whether it is for this server by name. Under another one it is from another site's page, whose
   * name was made to point here (DNS rebinding).
   */
  boolean isForUs() {
    return header("Host")
        .orElseGet(() -> received.getHost() + ":" + received.getPort())
        .equals(doorway.address().authority());
  }

  String path() {
    String target = received.getUrl();
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(received.getHeader(name));
  }

  /** Whether a browser asks beforehand (CORS). */
  boolean isPreflight() {
    return received.getMethod().getName().equals("OPTIONS")
        && received.containsHeader("Origin")
        && received.containsHeader("Access-Control-Request-Method");
  }

  /** HEAD is GET here; the container leaves the body out. */
  Optional<HTTPRequest.Method> asKnownMethod() {
    return switch (received.getMethod().getName()) {
      case "GET", "HEAD" -> Optional.of(HTTPRequest.Method.GET);
      case "POST" -> Optional.of(HTTPRequest.Method.POST);
      default -> Optional.empty();
    };
  }

  /** The same for the SDK; empty if the target is no URI or the content type no media type. */
  Optional<HTTPRequest> toRequest(HTTPRequest.Method method) {
    try {
      String origin = doorway.calledBy(this).value();
      HTTPRequest request =
          new HTTPRequest(method, URI.create(origin + received.getUrl().substring(1)));
      received.getHeaders().all().forEach(header -> copy(header, request));
      if (received.containsHeader("Content-Type")) {
        request.setContentType(received.getHeader("Content-Type"));
      }
      // Not what WireMock says: it believes X-Forwarded-For, which anybody may send.
      request.setClientIPAddress(LOOPBACK);
      request.setBody(received.getBodyAsString());
      doorway.complete(this, request);
      return Optional.of(request);
    } catch (IllegalArgumentException | ParseException e) {
      return Optional.empty();
    }
  }

  private static void copy(HttpHeader header, HTTPRequest to) {
    if (!ListenerHeaders.isOne(header.key())) {
      to.setHeader(header.key(), header.values().toArray(String[]::new));
    }
  }
}
