package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.device.DeviceCode;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.bearergate.sample.issuer.DeviceRequests.Codes;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /oauth/device/code}: where a device without a browser begins (RFC 8628 §3.1). For public
 * clients only: a device keeps no secret.
 */
record DeviceEndpoint(
    BackChannel channel, AccessReader reader, DeviceRequests requests, IssuerAddress address)
    implements Endpoint {

  static final String PATH = "/oauth/device/code";

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
    return channel.serve(request, form -> open(request, form));
  }

  private HTTPResponse open(HTTPRequest request, Parameters form) throws GeneralException {
    Optional<Client> named = form.single("client_id").flatMap(reader.registry()::client);
    if (named.filter(client -> !client.isPublic()).isPresent()) {
      throw new GeneralException(reader.errors().unauthorizedClient());
    }
    Client client = channel.authenticate(request, form);
    if (!client.isPublic() || !client.mayUse(DeviceCodeGrant.GRANT_TYPE)) {
      throw new GeneralException(reader.errors().unauthorizedClient());
    }
    return answer(requests.open(client, reader.read(client, form)));
  }

  private HTTPResponse answer(Codes codes) {
    String activate = ActivateEndpoint.PATH;
    return new DeviceAuthorizationSuccessResponse(
            new DeviceCode(codes.deviceCode()),
            codes.userCode(),
            address.at(activate),
            address.at(activate + "?user_code=" + codes.userCode().getValue()),
            DeviceRequests.LIFE.toSeconds(),
            PollPace.FIRST_INTERVAL.toSeconds(),
            null)
        .toHTTPResponse();
  }
}
