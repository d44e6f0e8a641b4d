package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GrantType;
import java.util.List;

/** Backchannel authentication put together, with the delivery mode "poll" (CIBA Core §5). */
final class CibaFeature {

  private final MockAuthorizationServer.Parts parts;
  private final ErrorProfile errors;
  private final BackchannelRequests requests;

  CibaFeature(MockAuthorizationServer.Parts parts, ErrorProfile errors) {
    this.parts = parts;
    this.errors = errors;
    this.requests = new BackchannelRequests(parts.address(), parts.clock());
  }

  BackchannelRequests requests() {
    return requests;
  }

  Grant grant() {
    return new PolledGrant(
        GrantType.CIBA,
        "auth_req_id",
        requests.byId(),
        new PollReplies.ToInitiator(errors),
        parts.responses(),
        parts.clock());
  }

  List<Endpoint> endpoints(InteractionForm.Desk desk) {
    BackChannel channel = new BackChannel(parts.clients());
    AccessReader accessReader = new AccessReader(parts.registry(), errors);
    BackchannelReader reader = new BackchannelReader(accessReader, parts.address());
    return List.of(
        new BackchannelEndpoint(channel, reader, requests, parts.clock()),
        new VerifyEndpoint(requests, desk));
  }

  /** What stands in for the user's device. */
  List<Endpoint> controls() {
    return List.of(
        new DecisionControl("/__mock/ciba/", requests::findOpenById, parts),
        new InboxControl(requests));
  }
}
