package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GrantType;
import java.util.List;
import java.util.stream.Stream;

/** The resource owner password grant put together: off unless switched on, and then warned of. */
final class PasswordFeature {

  private static final System.Logger LOG = System.getLogger(PasswordFeature.class.getName());

  private final MockAuthorizationServer.Parts parts;
  private final ErrorProfile errors;
  private final boolean on;
  private final MfaTickets tickets;

  PasswordFeature(MockAuthorizationServer.Parts parts, IssuerOptions options) {
    this.parts = parts;
    this.errors = options.errors();
    this.on = options.has(Feature.ROPG);
    this.tickets = new MfaTickets(parts.clock());
    if (on) {
      LOG.log(
          System.Logger.Level.WARNING,
          "The password grant is on. RFC 9700 §2.4 forbids it: clients see their users' passwords.");
    }
  }

  List<Grant> grants() {
    if (!on) {
      return List.of();
    }
    AccessReader reader = new AccessReader(parts.registry(), errors);
    PasswordCheck check = new PasswordCheck(parts.registry(), errors, parts.clock());
    PasswordLogins logins = new PasswordLogins(tickets, parts.responses(), parts.clock());
    return List.of(
        new PasswordGrant(GrantType.PASSWORD, reader, check, logins),
        new PasswordGrant(PasswordGrant.WITH_REALM, reader, check, logins),
        new OtpGrant(logins, new SecondFactor(parts.clock())));
  }

  /** So that it is refused by name while it is off, and the metadata does not speak of it. */
  List<Grant> withThoseSwitchedOff(List<Grant> grants) {
    Stream<Grant> off =
        Stream.of(GrantType.PASSWORD, PasswordGrant.WITH_REALM, OtpGrant.TYPE)
            .filter(type -> !on)
            .map(type -> new SwitchedOff(type, errors));
    return Stream.concat(grants.stream(), off).toList();
  }

  List<Endpoint> endpoints() {
    return on
        ? List.of(new MfaChallengeEndpoint(new BackChannel(parts.clients()), tickets))
        : List.of();
  }
}
