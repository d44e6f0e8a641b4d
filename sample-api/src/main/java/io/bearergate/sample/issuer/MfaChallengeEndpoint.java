package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.util.Map;
import java.util.Set;

/** {@code /mfa/challenge}: which second factor it is to be. An app needs no prompting. */
record MfaChallengeEndpoint(BackChannel channel, MfaTickets tickets) implements Endpoint {

  static final String PATH = "/mfa/challenge";

  private static final String OTP = "otp";

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
    return channel.serve(request, form -> challenge(channel.authenticate(request, form), form));
  }

  private HTTPResponse challenge(Client client, Parameters form) throws GeneralException {
    MfaTickets.Ticket ticket = tickets.find(client, form);
    boolean can = ticket.user().account().extras().otp().isPresent();
    if (!can || form.single("challenge_type").filter(OTP::equals).isEmpty()) {
      throw new GeneralException(OAuth2Error.INVALID_REQUEST);
    }
    return Replies.json(HTTPResponse.SC_OK, Map.of("challenge_type", OTP));
  }
}
