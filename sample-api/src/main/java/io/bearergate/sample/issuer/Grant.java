package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.GrantType;

/** One way to come by tokens at the token endpoint. Thread-safe. */
interface Grant {

  GrantType type();

  /**
   * Answers it.
   *
   * @throws GeneralException with the error to be sent
   */
  AccessTokenResponse answer(TokenCall call) throws GeneralException;
}
