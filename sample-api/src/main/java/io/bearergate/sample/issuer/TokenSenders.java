package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.X509CertificateConfirmation;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import com.nimbusds.oauth2.sdk.dpop.verifiers.AccessTokenValidationException;
import com.nimbusds.oauth2.sdk.dpop.verifiers.InvalidDPoPNonceException;
import com.nimbusds.oauth2.sdk.dpop.verifiers.InvalidDPoPProofException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import com.nimbusds.oauth2.sdk.token.DPoPTokenError;
import com.nimbusds.oauth2.sdk.token.TokenSchemeError;
import io.bearergate.sample.issuer.TokenHolders.Holder;
import java.util.List;
import java.util.Optional;

/** Who sends a token to {@code /userinfo}: its holder, and nobody who has merely got hold of it. */
record TokenSenders(TokenHolders holders, DpopProofs proofs) {

  private static final String DPOP = "DPoP ";

  private static final TokenSchemeError INVALID_TOKEN =
      BearerTokenError.INVALID_TOKEN.setDescription("The access token is invalid");
  private static final TokenSchemeError INVALID_KEY =
      DPoPTokenError.INVALID_TOKEN
          .setDescription("Invalid key binding")
          .setJWSAlgorithms(DpopProofs.ACCEPTED);
  private static final TokenSchemeError INVALID_PROOF =
      DPoPTokenError.INVALID_DPOP_PROOF
          .setDescription("Invalid DPoP proof")
          .setJWSAlgorithms(DpopProofs.ACCEPTED);
  private static final TokenSchemeError OTHER_NONCE =
      DPoPTokenError.USE_DPOP_NONCE.setJWSAlgorithms(DpopProofs.ACCEPTED);

  /**
   * The holder of the token that a request comes with.
   *
   * @throws GeneralException with the error for the challenge
   */
  Holder of(HTTPRequest request) throws GeneralException {
    AccessToken token = token(request);
    Holder holder =
        holders.of(token.getValue()).orElseThrow(() -> new GeneralException(INVALID_TOKEN));
    requireCertificate(request, holder.binding());
    requireKey(request, token, holder.binding().key());
    return holder;
  }

  private static AccessToken token(HTTPRequest request) throws GeneralException {
    List<String> credentials =
        Optional.ofNullable(request.getHeaderValues("Authorization")).orElse(List.of());
    if (credentials.isEmpty()) {
      throw new GeneralException(BearerTokenError.MISSING_TOKEN);
    }
    if (credentials.size() > 1) {
      throw new GeneralException(
          BearerTokenError.INVALID_REQUEST.setDescription("Repeated credentials"));
    }
    try {
      return parse(credentials.get(0));
    } catch (ParseException e) {
      throw new GeneralException("not a token", INVALID_TOKEN, e);
    }
  }

  private static AccessToken parse(String credentials) throws ParseException {
    return credentials.regionMatches(true, 0, DPOP, 0, DPOP.length())
        ? DPoPAccessToken.parse(credentials)
        : BearerAccessToken.parse(credentials);
  }

  private static void requireCertificate(HTTPRequest request, Binding binding)
      throws GeneralException {
    Optional<X509CertificateConfirmation> shown =
        Optional.ofNullable(request.getClientX509Certificate())
            .map(X509CertificateConfirmation::of);
    if (binding.certificate().isPresent() && !binding.certificate().equals(shown)) {
      throw new GeneralException(INVALID_TOKEN);
    }
  }

  /** A token that is bound to a key comes by the scheme DPoP, and no other token does. */
  private void requireKey(
      HTTPRequest request, AccessToken token, Optional<JWKThumbprintConfirmation> key)
      throws GeneralException {
    if (key.isEmpty() && token instanceof BearerAccessToken) {
      return;
    }
    if (!(token instanceof DPoPAccessToken proven) || key.isEmpty() || !DpopProofs.isIn(request)) {
      throw new GeneralException(INVALID_KEY);
    }
    try {
      proofs.require(request, proven, key.get());
    } catch (AccessTokenValidationException e) {
      throw new GeneralException("another key", INVALID_KEY, e);
    } catch (InvalidDPoPNonceException e) {
      throw new GeneralException("another nonce", OTHER_NONCE, e);
    } catch (InvalidDPoPProofException e) {
      throw new GeneralException("a bad proof", INVALID_PROOF, e);
    }
  }
}
