package io.bearergate;

import io.bearergate.config.GateConfig;
import io.bearergate.http.RequestView;
import io.bearergate.rejection.Challenge;
import io.bearergate.rejection.Challenge.HeaderField;
import io.bearergate.revocation.Revocation;
import io.bearergate.revocation.RevokedTokens;
import io.bearergate.sender.SeenProofs;
import io.bearergate.sender.SeenProofs.Bounds;
import io.bearergate.sender.SeenProofs.Use;
import io.bearergate.token.Issuer;
import io.bearergate.token.LogoutResult;
import io.bearergate.token.LogoutToken;
import io.bearergate.token.LogoutTokens;
import io.bearergate.token.TokenRules;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where issuers tell that a user has logged out (OpenID Connect Back-Channel Logout §2.5 to §2.8).
 * No rule is held against its path. Thread-safe.
 */
final class LogoutDoor {

  private static final System.Logger LOG = System.getLogger("io.bearergate");
  private static final HeaderField NO_STORE = new HeaderField("Cache-Control", "no-store");
  private static final Challenge NOT_POSTED =
      new Challenge(405, List.of(new HeaderField("Allow", "POST"), NO_STORE), "");
  private static final Challenge BAD_REQUEST =
      new Challenge(
          400,
          List.of(NO_STORE, new HeaderField("Content-Type", "application/json")),
          "{\"error\":\"invalid_request\"}");

  /** With charset or without; whatever else is said of the form is not understood. */
  private static final Set<String> FORMS =
      Set.of(
          "application/x-www-form-urlencoded",
          "application/x-www-form-urlencoded;charset=utf-8",
          "application/x-www-form-urlencoded;charset=\"utf-8\"");

  /** Beside the token: the name of the field, and fields that are not ours. */
  private static final int ROOM_BESIDE_TOKEN = 1_024;

  /** Five minutes, with the longest leeway at both ends. */
  private static final Duration USABLE = Duration.ofMinutes(15);

  /** Beyond these they are taken again, to no effect. */
  private static final int MOST_USED = 20_000;

  private static final long MOST_USED_BYTES = 16L << 20;

  private static final Duration SOON = Duration.ofSeconds(5);

  private final String path;
  private final Decision awaited;
  private final LogoutTokens tokens;
  private final RevokedTokens revoked;

  /** Of this node alone: on another one a second use changes as little. */
  private final SeenProofs used;

  private final InstantSource clock;

  /** The door that {@code config} wants; empty if it wants none. */
  static Optional<LogoutDoor> of(
      GateConfig config, List<Issuer> issuers, Stores stores, InstantSource clock) {
    TokenRules rules = config.tokens();
    return config
        .logout()
        .map(
            door ->
                new LogoutDoor(
                    door.path(),
                    rules.maxTokenBytes(),
                    new LogoutTokens(issuers, door.clients(), rules, clock),
                    stores.revokedTokens(),
                    clock));
  }

  /**
   * @param path the one path, as the container decodes it
   */
  private LogoutDoor(
      String path,
      int maxTokenBytes,
      LogoutTokens tokens,
      RevokedTokens revoked,
      InstantSource clock) {
    this.path = path;
    this.awaited = new Decision.LogOut(maxTokenBytes + ROOM_BESIDE_TOKEN);
    this.tokens = tokens;
    this.revoked = revoked;
    this.used = SeenProofs.inMemory(clock, new Bounds(MOST_USED, MOST_USED_BYTES, MOST_USED));
    this.clock = clock;
  }

  boolean isAskedFor(RequestView request) {
    return path.equals(request.path());
  }

  /** By its method and headers; the body comes after. */
  Decision answer(RequestView request) {
    if (!request.method().equals("POST")) {
      return new Decision.Refuse(NOT_POSTED);
    }
    List<String> types = request.headers("Content-Type");
    boolean form =
        types.size() == 1 && FORMS.contains(types.get(0).toLowerCase(Locale.ROOT).replace(" ", ""));
    return form && request.headers("Content-Encoding").isEmpty()
        ? awaited
        : new Decision.Refuse(refused("not one form of UTF-8, as it came"));
  }

  /** Ends what the token in {@code form} says; empty when that is done. */
  Optional<Challenge> logOut(byte[] form) {
    String compact = LogoutForm.token(form).orElse(null);
    if (compact == null) {
      return Optional.of(refused("not exactly one logout_token in the body"));
    }
    LogoutResult result = tokens.verify(compact);
    if (result instanceof LogoutResult.Undecided undecided) {
      return Optional.of(unavailable(undecided.retryAfter()));
    }
    return result instanceof LogoutResult.Accepted accepted
        ? end(accepted.token())
        : Optional.of(refused(((LogoutResult.Rejected) result).detail()));
  }

  /**
   * The revocation comes first, so that a token whose answer was lost can be sent again; to revoke
   * twice what the one token says changes nothing.
   */
  private Optional<Challenge> end(LogoutToken token) {
    try {
      Instant until = clock.instant().plus(token.longestLife());
      revocations(token).forEach(what -> revoked.revoke(what, until));
      return used.use(token.issuer(), token.id(), USABLE) == Use.REPLAYED
          ? Optional.of(refused("its jti was used before"))
          : done(token);
    } catch (RuntimeException | LinkageError e) { // somebody else's store
      LOG.log(
          Level.ERROR,
          "A logout told by {0} could not be noted ({1}): its tokens are accepted until they"
              + " expire, or the issuer tells it again",
          token.issuer(),
          e.getClass().getName());
      return Optional.of(unavailable(SOON));
    }
  }

  /** The second begins anew after the one that {@code iat} names. */
  private static List<Revocation> revocations(LogoutToken token) {
    String issuer = token.issuer();
    Instant after = token.issuedAt().plusSeconds(1);
    Optional<Revocation> ofSession =
        token.session().map(session -> Revocation.ofSession(issuer, session));
    Optional<Revocation> ofSubject =
        token
            .subject()
            .map(
                subject ->
                    ofSession.isEmpty()
                        ? Revocation.ofSubject(issuer, subject, after)
                        : Revocation.ofSubjectWithoutSession(issuer, subject, after));
    return Stream.of(ofSession, ofSubject).flatMap(Optional::stream).toList();
  }

  private static Optional<Challenge> done(LogoutToken token) {
    LOG.log(
        Level.INFO,
        "{0} told that {1} ended",
        token.issuer(),
        token.session().isPresent() ? "a session" : "all sessions of a user");
    return Optional.empty();
  }

  private static Challenge refused(String detail) {
    LOG.log(Level.DEBUG, "refused a logout token ({0})", detail);
    return BAD_REQUEST;
  }

  private static Challenge unavailable(Duration retryAfter) {
    return new Challenge(503, List.of(HeaderField.retryAfter(retryAfter), NO_STORE), "");
  }
}
