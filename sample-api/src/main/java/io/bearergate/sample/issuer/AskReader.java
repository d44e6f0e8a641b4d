package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseMode;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import io.bearergate.sample.issuer.FrontChannel.ReturnPath;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an authorization request: first who asks and where the answer goes, and only when both are
 * beyond doubt anything else. Pushed, signed and plain requests are read by the same checks.
 */
final class AskReader {

  private final Registry registry;
  private final SentRequests requests;
  private final AskChecks checks;
  private final ResponseRules response;

  AskReader(Registry registry, SentRequests requests, ErrorProfile errors) {
    this.registry = registry;
    this.requests = requests;
    this.checks = new AskChecks(registry, errors);
    this.response = new ResponseRules(registry);
  }

  /** What a request turned out to be: exactly one of three. */
  sealed interface Reading {
    record Accepted(Ask ask) implements Reading {}

    /** The client may be told. */
    record ForClient(ReturnPath path, ErrorObject error) implements Reading {}

    /** Nobody but the user may be told: there is no address to be trusted. */
    record ForUser(ErrorObject error) implements Reading {}
  }

  /** What a browser brings, in whatever form. */
  Reading read(Parameters query) {
    Optional<Client> client = query.single("client_id").flatMap(registry::client);
    if (client.isEmpty()) {
      return new Reading.ForUser(OAuth2Error.INVALID_REQUEST);
    }
    try {
      return read(requests.fromBrowser(client.get(), query));
    } catch (GeneralException e) {
      return new Reading.ForUser(
          Optional.ofNullable(e.getErrorObject()).orElse(OAuth2Error.INVALID_REQUEST));
    }
  }

  /** What a client meant, however it came here. */
  Reading read(SentRequest sent) {
    Optional<String> redirectUri =
        sent.parameters().single("redirect_uri").filter(uri -> sent.client().accepts(uri));
    return redirectUri
        .map(uri -> readFor(sent, URI.create(uri)))
        .orElseGet(() -> new Reading.ForUser(sent.fault().orElse(OAuth2Error.INVALID_REQUEST)));
  }

  private Reading readFor(SentRequest sent, URI redirectUri) {
    Client client = sent.client();
    Parameters parameters = sent.parameters();
    Optional<ErrorObject> objection = checks.firstObjection(sent);
    if (objection.isPresent()) {
      return forClient(redirectUri, parameters, objection.get());
    }
    try {
      return new Reading.Accepted(ask(client, parameters));
    } catch (ParseException e) {
      ErrorObject error =
          Optional.ofNullable(e.getErrorObject()).orElse(OAuth2Error.INVALID_REQUEST);
      return forClient(redirectUri, parameters, error);
    }
  }

  private Ask ask(Client client, Parameters parameters) throws ParseException {
    Set<String> scopes = parameters.single("scope").map(ScopePolicy::words).orElse(Set.of());
    AuthorizationRequest request =
        scopes.contains(ScopePolicy.OPENID)
            ? AuthenticationRequest.parse(parameters.values())
            : AuthorizationRequest.parse(parameters.values());
    return new Ask(request, client, Target.of(parameters).apiFor(client, registry), scopes);
  }

  private Reading forClient(URI redirectUri, Parameters parameters, ErrorObject error) {
    Optional<State> state = parameters.single("state").map(State::new);
    Optional<ResponseMode> mode = response.modeForErrors(parameters);
    if (mode.isEmpty()) {
      return new Reading.ForUser(error);
    }
    return new Reading.ForClient(ReturnPath.to(redirectUri, mode.get(), state), error);
  }
}
