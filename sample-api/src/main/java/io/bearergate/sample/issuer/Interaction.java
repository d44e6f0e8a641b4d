package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.bearergate.sample.issuer.FrontChannel.ReturnPath;
import java.time.InstantSource;
import java.util.Optional;

/** What comes next on the way from an accepted request to its answer: login, consent, answer. */
final class Interaction {

  static final int FOUND = 302;

  /** After a form with a password, which a 307 or 308 would hand on to the client. */
  static final int SEE_OTHER = 303;

  private final FrontChannel frontChannel;
  private final Consents consents = new Consents();
  private final Handles<Transaction> transactions;
  private final FrontTokens tokens;
  private final InstantSource clock;

  Interaction(FrontChannel frontChannel, FrontTokens tokens, InstantSource clock) {
    this.frontChannel = frontChannel;
    this.tokens = tokens;
    this.clock = clock;
    this.transactions = new Handles<>("txn_", Lifetimes.TRANSACTION, clock);
  }

  Consents consents() {
    return consents;
  }

  FrontChannel frontChannel() {
    return frontChannel;
  }

  Optional<Transaction> find(String handle) {
    return transactions.find(handle);
  }

  /** Of two forms sent for one transaction, one counts. */
  Optional<Transaction> take(String handle) {
    return transactions.take(handle);
  }

  HTTPResponse next(Transaction transaction, int status) {
    if (transaction.login().isEmpty()) {
      return to(LoginEndpoint.PATH, transaction, status);
    }
    Login login = transaction.login().get();
    Errand errand = transaction.errand();
    if (errand instanceof Ask ask && !consents.isNeeded(ask, login.user())) {
      return answer(ask, login, status);
    }
    if (errand instanceof PendingAuthorization pending && !pending.mayBeDecidedBy(login.user())) {
      return Replies.errorPage(OAuth2Error.ACCESS_DENIED);
    }
    return to(ConsentEndpoint.PATH, transaction, status);
  }

  /** The user agrees. */
  HTTPResponse agreed(Errand errand, Login login) {
    if (errand instanceof Ask ask) {
      consents.remember(ask, login.user());
      return answer(ask, login, SEE_OTHER);
    }
    PendingAuthorization pending = (PendingAuthorization) errand;
    return EndPage.of(pending.agree(login, clock.instant()), EndPage.AGREED);
  }

  /** The user does not log in; what waits goes on waiting for somebody who does. */
  HTTPResponse left(Errand errand) {
    return errand instanceof Ask ask ? refused(ask) : EndPage.of(true, EndPage.UNDECIDED);
  }

  /** The user refuses. */
  HTTPResponse refused(Errand errand) {
    if (errand instanceof Ask ask) {
      return frontChannel.error(ReturnPath.of(ask), OAuth2Error.ACCESS_DENIED, SEE_OTHER);
    }
    PendingAuthorization pending = (PendingAuthorization) errand;
    return EndPage.of(pending.refuse(clock.instant()), EndPage.REFUSED);
  }

  /** What was asked for, to the client that asked. */
  HTTPResponse answer(Ask ask, Login login, int status) {
    return frontChannel.send(tokens.answer(ask, login), status);
  }

  private HTTPResponse to(String path, Transaction transaction, int status) {
    String handle = transactions.keep(transaction);
    return Replies.redirect(status, frontChannel.address().at(path + "?txn=" + handle));
  }
}
