package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.OIDCError;
import com.nimbusds.openid.connect.sdk.Prompt;
import io.bearergate.sample.issuer.AskReader.Reading;
import io.bearergate.sample.issuer.FrontChannel.ReturnPath;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** {@code /authorize}: where the browser brings a client's wish (RFC 6749 §4.1.1). */
final class AuthorizeEndpoint implements Endpoint {

  static final String PATH = "/authorize";

  private final AskReader reader;
  private final Interaction interaction;
  private final Sessions sessions;
  private final InstantSource clock;

  AuthorizeEndpoint(
      AskReader reader, Interaction interaction, Sessions sessions, InstantSource clock) {
    this.reader = reader;
    this.interaction = interaction;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public Set<Method> methods() {
    return Set.of(Method.GET, Method.POST);
  }

  @Override
  public HTTPResponse answer(HTTPRequest request) {
    Reading reading;
    try {
      reading = reader.read(Parameters.of(request));
    } catch (ParseException e) {
      return Replies.errorPage(OAuth2Error.INVALID_REQUEST);
    }
    if (reading instanceof Reading.Accepted accepted) {
      return begin(accepted.ask(), request);
    }
    if (reading instanceof Reading.ForClient fault) {
      return interaction.frontChannel().error(fault.path(), fault.error(), Interaction.FOUND);
    }
    return Replies.errorPage(((Reading.ForUser) reading).error());
  }

  private HTTPResponse begin(Ask ask, HTTPRequest request) {
    Optional<Login> login =
        sessions.loginOf(request).filter(earlier -> ask.takes(earlier, clock.instant()));
    return ask.prompts(Prompt.Type.NONE)
        ? answerSilently(ask, login)
        : answerInPerson(ask, login, request);
  }

  private HTTPResponse answerSilently(Ask ask, Optional<Login> login) {
    if (login.isEmpty()) {
      return refuse(ask, OIDCError.LOGIN_REQUIRED);
    }
    return interaction.consents().isNeeded(ask, login.get().user())
        ? refuse(ask, OIDCError.CONSENT_REQUIRED)
        : interaction.answer(ask, login.get(), Interaction.FOUND);
  }

  private HTTPResponse answerInPerson(Ask ask, Optional<Login> login, HTTPRequest request) {
    String session = sessions.handleOf(request).orElseGet(sessions::open);
    HTTPResponse response =
        interaction.next(Transaction.of(ask, session, login), Interaction.FOUND);
    Sessions.setCookie(response, session);
    return response;
  }

  private HTTPResponse refuse(Ask ask, ErrorObject error) {
    return interaction.frontChannel().error(ReturnPath.of(ask), error, Interaction.FOUND);
  }
}
