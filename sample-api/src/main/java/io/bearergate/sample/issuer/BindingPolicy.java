package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;

/** Whether an API's tokens are bound to whoever asked for them. */
enum BindingPolicy {
  /** Never: a proof is of no use there. */
  NONE,
  /** If the client shows something to bind them to. */
  ALLOWED,
  /** Always: no proof, no token. */
  REQUIRED;

  /**
   * What to bind a token to.
   *
   * @throws GeneralException if API or client want a binding that cannot be had
   */
  Binding decide(Client client, Binding shown) throws GeneralException {
    Binding binding = this == NONE ? Binding.NONE : shown;
    if (client.mustShowCertificate() && binding.certificate().isEmpty()) {
      throw new GeneralException(OAuth2Error.INVALID_REQUEST);
    }
    if ((client.mustShowKey() && binding.key().isEmpty())
        || (this == REQUIRED && binding.isNone())) {
      throw new GeneralException(OAuth2Error.INVALID_DPOP_PROOF);
    }
    return binding;
  }
}
