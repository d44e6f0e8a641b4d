package io.bearergate.sample.issuer;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Where a request comes in: WireMock matches and serves, the endpoints answer. The endpoints are
 * made after WireMock has started, since the issuer's name holds the port.
 */
final class WireMockDoor implements ResponseDefinitionTransformerV2 {

  static final String NAME = "authorization-server";

  private static final int MISDIRECTED = 421;
  private static final System.Logger LOG = System.getLogger(WireMockDoor.class.getName());

  private final CompletableFuture<Inside> inside = new CompletableFuture<>();

  private record Inside(Doorway doorway, Function<IncomingRequest, HTTPResponse> answers) {}

  void open(Doorway doorway, Function<IncomingRequest, HTTPResponse> answers) {
    inside.complete(new Inside(doorway, answers));
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    Inside opened = inside.join();
    IncomingRequest incoming = new IncomingRequest(event.getRequest(), opened.doorway());
    return definition(incoming.isForUs() ? answer(opened, incoming) : Replies.empty(MISDIRECTED));
  }

  /** WireMock would answer a fault by its stack trace; what it says may hold a secret. */
  private static HTTPResponse answer(Inside opened, IncomingRequest incoming) {
    try {
      return opened.answers().apply(incoming);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "internal fault: {0}", e.getClass().getName());
      return Replies.error(OAuth2Error.SERVER_ERROR);
    }
  }

  private static ResponseDefinition definition(HTTPResponse response) {
    ResponseDefinitionBuilder builder =
        ResponseDefinitionBuilder.responseDefinition().withStatus(response.getStatusCode());
    response
        .getHeaderMap()
        .forEach((name, values) -> builder.withHeader(name, values.toArray(String[]::new)));
    Optional.ofNullable(response.getBody()).ifPresent(builder::withBody);
    return builder.build();
  }
}
