package io.bearergate.sample.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.bearergate.sample.issuer.SentRequest.Carriage;
import java.util.Set;

/** Opens request objects: whose signature it is, and then what they say of themselves. */
final class RequestObjects {

  private static final DefaultJOSEObjectTypeVerifier<SecurityContext> TYPES =
      new DefaultJOSEObjectTypeVerifier<>(
          new JOSEObjectType("oauth-authz-req+jwt"), JOSEObjectType.JWT);

  private final ClientKeys keys;
  private final RequestObjectRules rules;

  RequestObjects(ClientKeys keys, RequestObjectRules rules) {
    this.keys = keys;
    this.rules = rules;
  }

  /**
   * What the client has signed, with the fault it may have.
   *
   * @throws GeneralException if the client did not sign it
   */
  SentRequest open(RequestObject object, Client client, boolean pushed) throws GeneralException {
    try {
      JWTClaimsSet claims = processor(client).process(object.jwt(), null);
      return new SentRequest(
          client, object.parameters(), new Carriage(pushed, true), rules.objection(claims, client));
    } catch (BadJOSEException | JOSEException e) {
      throw new GeneralException("not the client's", OAuth2Error.INVALID_REQUEST_OBJECT, e);
    }
  }

  private DefaultJWTProcessor<SecurityContext> processor(Client client) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(TYPES);
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            Set.<JWSAlgorithm>copyOf(rules.algorithms()), new ImmutableJWKSet<>(keys.of(client))));
    // Asked afterwards: what is wrong with the claims of a genuine object, its client may know.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    return processor;
  }
}
