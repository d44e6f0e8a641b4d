package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;

/** A grant that is known here and open to nobody. */
record SwitchedOff(GrantType type, ErrorProfile errors) implements Grant {

  @Override
  public AccessTokenResponse answer(TokenCall call) throws GeneralException {
    throw new GeneralException(errors.unauthorizedClient());
  }
}
