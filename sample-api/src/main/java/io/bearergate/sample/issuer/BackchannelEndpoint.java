package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ciba.AuthRequestID;
import com.nimbusds.oauth2.sdk.ciba.CIBARequestAcknowledgement;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** {@code /bc-authorize}: where a client asks for a user who is elsewhere (CIBA Core §7). */
final class BackchannelEndpoint implements Endpoint {

  static final String PATH = "/bc-authorize";

  private static final int MOST_PER_USER = 5;
  private static final int MOST_IN_ALL = 500;

  private final BackChannel channel;
  private final BackchannelReader reader;
  private final BackchannelRequests requests;
  private final Rate inAll;
  private final Rate perUser;

  BackchannelEndpoint(
      BackChannel channel,
      BackchannelReader reader,
      BackchannelRequests requests,
      InstantSource clock) {
    this.channel = channel;
    this.reader = reader;
    this.requests = requests;
    this.inAll = new Rate(MOST_IN_ALL, Duration.ofMinutes(1), clock);
    this.perUser = new Rate(MOST_PER_USER, Duration.ofMinutes(1), clock);
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public Set<Method> methods() {
    return Set.of(Method.POST);
  }

  @Override
  public HTTPResponse answer(HTTPRequest request) {
    return channel.serve(request, form -> open(channel.authenticate(request, form), form));
  }

  private HTTPResponse open(Client client, Parameters form) throws GeneralException {
    if (!client.isTrusted() || !client.mayUse(GrantType.CIBA)) {
      throw new GeneralException(OAuth2Error.UNAUTHORIZED_CLIENT);
    }
    require(inAll, "all");
    BackchannelAsk ask = reader.read(client, form);
    require(perUser, ask.user().subject());
    AuthRequestID id = new AuthRequestID(requests.open(ask));
    return new CIBARequestAcknowledgement(
            id,
            Math.toIntExact(ask.life().toSeconds()),
            Math.toIntExact(PollPace.FIRST_INTERVAL.toSeconds()))
        .toHTTPResponse();
  }

  private static void require(Rate rate, String whose) throws GeneralException {
    if (!rate.admits(whose)) {
      throw Refusal.tooMany("too_many_requests", rate.span());
    }
  }
}
