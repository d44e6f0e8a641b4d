package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
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

  Interaction(FrontChannel frontChannel, FrontTokens tokens, InstantSource clock) {
    this.frontChannel = frontChannel;
    this.tokens = tokens;
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
    return consents.isNeeded(transaction.ask(), login.user())
        ? to(ConsentEndpoint.PATH, transaction, status)
        : answer(transaction.ask(), login, status);
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
