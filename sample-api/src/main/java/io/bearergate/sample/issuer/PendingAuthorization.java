package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.rar.AuthorizationDetail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A request that did not come by a browser and waits until its user decides in one, while the
 * client polls (RFC 8628 §3.3, CIBA Core §7). It is decided once. Thread-safe.
 */
final class PendingAuthorization implements Errand {

  private final Wanted wanted;
  private final Instant end;
  private final PollPace pace = new PollPace();
  private final AtomicReference<Decision> decision = new AtomicReference<>(new Undecided());

  PendingAuthorization(Wanted wanted, Instant end) {
    this.wanted = wanted;
    this.end = end;
  }

  /**
   * What is asked for.
   *
   * @param from the one user who may decide; none: whoever has been given the user code
   * @param remarks what the user should compare before agreeing
   */
  record Wanted(Client client, Access access, Optional<User> from, List<String> remarks) {}

  /** How it stands. */
  enum Standing {
    PENDING,
    TOO_SOON,
    EXPIRED,
    REFUSED,
    AGREED
  }

  private sealed interface Decision {}

  private record Undecided() implements Decision {}

  private record Refused() implements Decision {}

  private record Agreed(Login login) implements Decision {}

  Wanted wanted() {
    return wanted;
  }

  @Override
  public Client client() {
    return wanted.client();
  }

  @Override
  public Optional<Api> api() {
    return wanted.access().api();
  }

  @Override
  public Set<String> scopes() {
    return wanted.access().scopes();
  }

  @Override
  public List<AuthorizationDetail> details() {
    return wanted.access().details();
  }

  @Override
  public Optional<String> loginHint() {
    return wanted.from().map(user -> user.account().username());
  }

  @Override
  public List<String> remarks() {
    return wanted.remarks();
  }

  boolean mayBeDecidedBy(User user) {
    return wanted.from().filter(other -> !other.equals(user)).isEmpty();
  }

  /** Whether a decision would still count. */
  boolean isOpen(Instant now) {
    return decision.get() instanceof Undecided && now.isBefore(end);
  }

  /** Whether this decision is the one that counts. */
  boolean agree(Login login, Instant now) {
    return mayBeDecidedBy(login.user()) && decide(new Agreed(login), now);
  }

  /** Whether this decision is the one that counts. */
  boolean refuse(Instant now) {
    return decide(new Refused(), now);
  }

  private boolean decide(Decision made, Instant now) {
    Decision before = decision.get();
    return before instanceof Undecided && now.isBefore(end) && decision.compareAndSet(before, made);
  }

  /** What its client is told when it asks now. */
  Standing poll(Instant now) {
    Decision made = decision.get();
    if (made instanceof Refused) {
      return Standing.REFUSED;
    }
    if (!now.isBefore(end)) {
      return Standing.EXPIRED;
    }
    if (made instanceof Agreed) {
      return Standing.AGREED;
    }
    return pace.isTooSoon(now) ? Standing.TOO_SOON : Standing.PENDING;
  }

  /** How long its client has to wait between two polls by now. */
  Duration interval() {
    return pace.interval();
  }

  /** What tokens are made from, once the user has agreed. */
  Optional<Granted> granted() {
    return decision.get() instanceof Agreed agreed
        ? Optional.of(granted(agreed.login()))
        : Optional.empty();
  }

  private Granted granted(Login login) {
    Set<String> scopes = ScopePolicy.grantable(this, login.user());
    Access access = new Access(api(), scopes, details());
    return new Granted(client(), Optional.of(login), access, Granted.IdTokenWish.NONE);
  }
}
