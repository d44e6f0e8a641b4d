package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.AuthorizationErrorResponse;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.State;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends a browser back to the client, with what it asked for or an error, by the response mode
 * asked for. Every answer names the issuer (RFC 9207).
 */
record FrontChannel(IssuerAddress address) {

  /**
   * Where an answer goes; settled before anything else about a request is looked at.
   *
   * @param state to be sent back as it came, if it came
   */
  record ReturnPath(URI redirectUri, ResponseMode mode, @Nullable State state) {

    static ReturnPath to(URI redirectUri, ResponseMode mode, Optional<State> state) {
      return new ReturnPath(redirectUri, mode, state.orElse(null));
    }

    static ReturnPath of(Ask ask) {
      return new ReturnPath(
          ask.request().getRedirectionURI(),
          ask.request().impliedResponseMode(),
          ask.request().getState());
    }
  }

  /** Says what was wrong. */
  HTTPResponse error(ReturnPath path, ErrorObject error, int redirectStatus) {
    return send(
        new AuthorizationErrorResponse(
            path.redirectUri(), error, path.state(), address.issuer(), path.mode()),
        redirectStatus);
  }

  /** Sends an answer. The redirect's status is 302 after a GET, 303 after a form. */
  HTTPResponse send(AuthorizationResponse answer, int redirectStatus) {
    return ResponseMode.FORM_POST.equals(answer.getResponseMode())
        ? Replies.page(HTTPResponse.SC_OK, FormPostPage.of(answer))
        : Replies.redirect(redirectStatus, answer.toURI());
  }
}
