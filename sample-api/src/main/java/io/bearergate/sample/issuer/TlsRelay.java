package io.bearergate.sample.issuer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Hands requests on to the server behind, with word of the client's certificate. */
final class TlsRelay extends Handler.Abstract {

  /** What is between two neighbours only (RFC 9110 §7.6.1), or written anew by the HTTP client. */
  private static final Set<String> NOT_HANDED_ON =
      Set.of(
          "connection",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "host",
          "expect",
          "content-length");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final IssuerAddress behind;
  private final ListenerHeaders headers;
  private final CertificateChain chain;

  TlsRelay(IssuerAddress behind, ListenerHeaders headers, CertificateChain chain) {
    this.behind = behind;
    this.headers = headers;
    this.chain = chain;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = http.send(relayed(request), BodyHandlers.ofByteArray());
    response.setStatus(answer.statusCode());
    answer.headers().map().entrySet().stream()
        .filter(header -> isHandedOn(header.getKey()))
        .forEach(header -> response.getHeaders().put(header.getKey(), header.getValue()));
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
    return true;
  }

  private HttpRequest relayed(Request request) throws IOException {
    byte[] body = Content.Source.asInputStream(request).readAllBytes();
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(target(request))
            .method(request.getMethod(), BodyPublishers.ofByteArray(body));
    for (HttpField field : request.getHeaders()) {
      if (isHandedOn(field.getName())) {
        builder.header(field.getName(), field.getValue());
      }
    }
    told(request).forEach(builder::setHeader);
    return builder.build();
  }

  private URI target(Request request) {
    // Put together, not resolved: a path with two slashes in front would lead elsewhere.
    return URI.create(behind.value() + request.getHttpURI().getPathQuery().substring(1));
  }

  private Map<String, String> told(Request request) {
    Optional<X509Certificate> shown = certificateOf(request);
    return headers.tellingOf(shown, shown.filter(chain::holds).isPresent());
  }

  private static Optional<X509Certificate> certificateOf(Request request) {
    return Optional.ofNullable(request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE))
        .map(EndPoint.SslSessionData.class::cast)
        .flatMap(session -> Optional.ofNullable(session.peerCertificates()))
        .flatMap(certificates -> Stream.of(certificates).findFirst());
  }

  private static boolean isHandedOn(String header) {
    return !NOT_HANDED_ON.contains(header.toLowerCase(Locale.ROOT))
        && !ListenerHeaders.isOne(header);
  }
}
