package io.bearergate.sample.issuer;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
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
    return definition(opened.answers().apply(incoming));
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
