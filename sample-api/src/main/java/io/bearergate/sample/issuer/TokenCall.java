package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;

/**
 * A call of the token endpoint by a client that has authenticated and may use the grant.
 *
 * @param request for what is not in the form
 * @param shown what the tokens can be bound to
 */
record TokenCall(
    Client client, GrantType grant, Parameters form, HTTPRequest request, Binding shown) {}
