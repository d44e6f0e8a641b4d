package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.util.Optional;

/**
 * A call of the token endpoint by a client that has authenticated and may use the grant.
 *
 * @param request for what is not in the form
 * @param shown what the tokens can be bound to
 */
record TokenCall(
    Client client, GrantType grant, Parameters form, HTTPRequest request, Binding shown) {

  /**
   * A secret in a page is none: what a browser sends in a confidential client's name is suspect.
   */
  boolean isFromBrowserOfConfidentialClient() {
    return !client.isPublic() && request.getHeaderValue("Origin") != null;
  }

  /** The digest of the code that was redeemed, if this was a redemption. */
  Optional<Digest> code() {
    return grant.equals(GrantType.AUTHORIZATION_CODE)
        ? form.single("code").map(Digest::of)
        : Optional.empty();
  }
}
