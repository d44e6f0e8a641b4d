package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** What a right password comes to, with or without a second factor. */
record PasswordLogins(MfaTickets tickets, TokenResponses responses, InstantSource clock) {

  AccessTokenResponse byPassword(TokenCall call, Access asked, User user) throws GeneralException {
    Instant now = clock.instant();
    return tokens(call, asked, new Login(user, now, Handles.random()));
  }

  AccessTokenResponse bySecondFactor(TokenCall call, MfaTickets.Ticket ticket)
      throws GeneralException {
    return tokens(call, ticket.asked(), Login.withSecondFactor(ticket.user(), clock.instant()));
  }

  private AccessTokenResponse tokens(TokenCall call, Access asked, Login login)
      throws GeneralException {
    Set<String> scopes = ScopePolicy.grantableForPassword(call.client(), asked, login.user());
    Access access = new Access(asked.api(), scopes, asked.details());
    return responses.to(
        call, new Granted(call.client(), Optional.of(login), access, Granted.IdTokenWish.NONE));
  }
}
