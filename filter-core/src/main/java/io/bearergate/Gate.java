package io.bearergate;

import io.bearergate.config.GateConfig;
import io.bearergate.config.GateConfig.TrustedIssuer;
import io.bearergate.config.ProtectedResource;
import io.bearergate.event.GateListener;
import io.bearergate.event.KeyHealth;
import io.bearergate.http.Credentials;
import io.bearergate.http.Credentials.Scheme;
import io.bearergate.http.RequestView;
import io.bearergate.introspection.Introspection;
import io.bearergate.introspection.IntrospectionCache;
import io.bearergate.keys.JwkSources;
import io.bearergate.policy.Policy;
import io.bearergate.policy.Requirement;
import io.bearergate.rejection.Challenge;
import io.bearergate.rejection.Challenges;
import io.bearergate.rejection.Rejection;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.revocation.RevokedTokens;
import io.bearergate.sender.SenderConstraint;
import io.bearergate.sender.SenderResult;
import io.bearergate.token.AccessToken;
import io.bearergate.token.Issuer;
import io.bearergate.token.Tenants;
import io.bearergate.token.TokenVerifier;
import io.bearergate.token.VerificationResult;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Decides requests by one configuration. Thread-safe: one gate serves all requests of an
 * application. A call blocks at most 2 s, and only when its token is due to wait for the issuer's
 * keys; 2 s more when the application has to be asked about its issuer.
 */
public final class Gate implements AutoCloseable {

  private static final Logger LOG = System.getLogger("io.bearergate");
  private static final Decision PASS = new Decision.Pass();
  private static final Requirement NOTHING_BESIDES = new Requirement.Open();
  private static final Rejection NOTHING_PRESENTED =
      Rejection.of(Reason.NO_CREDENTIALS, "no bearer token");

  private final GateConfig config;
  private final JwkSources keys;
  private final Policy policy;
  private final Optional<ResourceDocument> document;
  private final Optional<Tenants> tenants;
  private final TokenVerifier verifier;
  private final InstantSource clock;
  private final SenderConstraint sender;
  private final RevokedTokens revokedTokens;
  private final AskedRevocations revocations;
  private final Optional<LogoutDoor> logout;
  private final Challenges challenges;
  private final GateListener listener;

  /** One request being decided, the scheme it came with, and when that began. */
  private record Attempt(RequestView request, Scheme scheme, long began) {
    Duration took() {
      return Duration.ofNanos(System.nanoTime() - began);
    }

    boolean fromBrowser() {
      return !request.headers("Origin").isEmpty();
    }
  }

  private Gate(
      GateConfig config,
      JwkSources keys,
      InstantSource clock,
      GateListener listener,
      Stores stores) {
    this.config = config;
    this.keys = keys;
    this.sender = SenderConstraint.by(config.sender(), stores.seenProofs(), clock);
    this.policy = config.policy();
    this.clock = clock;
    List<Issuer> issuers =
        config.issuers().stream().map(known -> opened(known, stores.introspectionCache())).toList();
    this.tenants =
        config
            .tenants()
            .map(rules -> new Tenants(rules, keys, config.tokens().leeway(), System::nanoTime));
    this.revokedTokens = stores.revokedTokens();
    this.revocations = new AskedRevocations(revokedTokens, System::nanoTime);
    this.verifier =
        new TokenVerifier(issuers, tenants, config.tokens(), clock, listener)
            .asking(revocations::judge);
    this.logout = LogoutDoor.of(config, issuers, stores, clock);
    this.document = ResourceDocument.of(config);
    this.challenges =
        new Challenges(
            config.realm(),
            config.problemBodies(),
            config.sender().dpop().offered(),
            config.resource().map(ProtectedResource::address).orElse(""));
    this.listener = listener;
  }

  private Issuer opened(TrustedIssuer known, IntrospectionCache cache) {
    return new Issuer(
        known.identifier(),
        known.rules(),
        keys.open(known.identifier(), known.keys()),
        known
            .introspection()
            .map(rules -> new Introspection(rules, keys, cache, clock, System::nanoTime)));
  }

  /** Opens a gate that goes by the system's clock and tells nobody. */
  public static Gate open(GateConfig config) {
    return open(config, InstantSource.system(), GateListener.NONE);
  }

  /** Opens a gate that remembers what it must in this JVM's memory. */
  public static Gate open(GateConfig config, InstantSource clock, GateListener listener) {
    return open(config, clock, listener, Stores.inMemory(clock));
  }

  /**
   * Opens a gate; its keys are fetched in the background unless {@code startup} says to wait.
   *
   * @param clock what {@code exp}, {@code nbf} and {@code iat} are held against
   * @param stores shared by all nodes of a cluster
   * @throws IllegalStateException with {@code startup=fail}, if an issuer's keys cannot be had in
   *     time
   * @throws IllegalArgumentException if keys given as text are not usable, or a store cannot
   *     remember as long as the settings want
   */
  public static Gate open(
      GateConfig config, InstantSource clock, GateListener listener, Stores stores) {
    GateListener guarded = GateListener.guarded(listener);
    JwkSources keys = new JwkSources(config.keys(), guarded);
    boolean opened = false;
    try {
      Gate gate = new Gate(config, keys, clock, guarded, stores);
      GateStart.awaitKeys(config.startup(), keys);
      GateStart.log(config);
      opened = true;
      return gate;
    } finally {
      if (!opened) { // by a missing jar too, which is an Error
        keys.close();
      }
    }
  }

  /** Decides {@code request}. Never throws for what a request can contain. */
  public Decision decide(RequestView request) {
    return decide(request, NOTHING_BESIDES);
  }

  /**
   * Decides {@code request} where the code that it reaches asks for something of its own: that and
   * the rule of the path must both be met.
   */
  public Decision decide(RequestView request, Requirement besides) {
    if (!config.enabled()) {
      return PASS;
    }
    if (document.isPresent() && document.get().isAskedFor(request)) {
      return document.get().answer();
    }
    if (logout.isPresent() && logout.get().isAskedFor(request)) {
      return logout.get().answer(request);
    }
    long began = System.nanoTime();
    Requirement requirement =
        policy.requirementFor(request.method(), request.path()).and(ofCode(besides));
    if (requirement instanceof Requirement.Open
        || (Preflight.is(request) && !isAmbiguous(requirement))) {
      return PASS;
    }
    if (requirement instanceof Requirement.Refused refused) {
      return refuse(refused.rejection(), new Attempt(request, Scheme.BEARER, began));
    }
    Requirement.Token wanted = (Requirement.Token) requirement;
    Credentials credentials = Credentials.named(request);
    if (credentials instanceof Credentials.Malformed malformed) {
      return refuse(malformed.rejection(), new Attempt(request, malformed.scheme(), began));
    }
    if (credentials instanceof Credentials.Presented presented) {
      return judge(presented, wanted, new Attempt(request, presented.scheme(), began));
    }
    return wanted.optional()
        ? PASS
        : refuse(NOTHING_PRESENTED, new Attempt(request, Scheme.BEARER, began));
  }

  private static boolean isAmbiguous(Requirement requirement) {
    return requirement instanceof Requirement.Refused refused
        && refused.rejection().reason() == Reason.AMBIGUOUS_PATH;
  }

  private Decision judge(
      Credentials.Presented presented, Requirement.Token wanted, Attempt attempt) {
    VerificationResult result = verifier.verifyExceptBinding(presented.field(), presented.start());
    if (result instanceof VerificationResult.Undecided undecided) {
      return refuse(undecided.reason(), undecided.retryAfter(), attempt);
    }
    if (result instanceof VerificationResult.Rejected rejected) {
      return presented.checked(config.tokens().maxTokenBytes())
              instanceof Credentials.Malformed malformed
          ? refuse(malformed.rejection(), attempt)
          : answer(
              rejected.rejection(), attempt); // logged by the verifier, which knows alg and kid
    }
    AccessToken token = ((VerificationResult.Accepted) result).token();
    SenderResult holder = sender.check(token, presented, attempt.request());
    if (holder instanceof SenderResult.Undecided undecided) {
      return refuse(Reason.PROOFS_UNAVAILABLE, undecided.retryAfter(), attempt);
    }
    if (holder instanceof SenderResult.Refused refused) {
      return new Decision.Refuse(
          refuse(refused.rejection(), attempt, token).challenge().with(refused.responseHeaders()));
    }
    AskedRevocations.Answer standing = revocations.about(token);
    if (standing == AskedRevocations.Answer.UNKNOWN) {
      return refuse(Reason.REVOCATIONS_UNAVAILABLE, AskedRevocations.RETRY, attempt);
    }
    if (standing == AskedRevocations.Answer.REVOKED) {
      return refuse(AskedRevocations.rejection(), attempt, token);
    }
    Optional<Rejection> missing = missing(wanted, token);
    if (missing.isPresent()) {
      return refuse(missing.get(), attempt, token);
    }
    listener.admitted(attempt.took());
    return new Decision.Admit(
        token, presented.scheme(), ((SenderResult.Held) holder).responseHeaders());
  }

  /**
   * Asks more of a request that this gate has admitted, for code further in; token and binding are
   * not judged again.
   *
   * @param request as it reached that code
   * @return {@code admitted} itself, or a refusal that names what the path's rule wants as well
   */
  public Decision decideFurther(RequestView request, Decision.Admit admitted, Requirement besides) {
    Attempt attempt = new Attempt(request, admitted.scheme(), System.nanoTime());
    if (besides instanceof Requirement.Refused refused) {
      return refuse(refused.rejection(), attempt, admitted.token());
    }
    Requirement ofCode = ofCode(besides);
    Optional<Rejection> missing = missing(ofCode, admitted.token());
    if (missing.isEmpty()) {
      return admitted;
    }
    Requirement rule = policy.requirementFor(request.method(), request.path());
    Rejection told = missing(rule.and(ofCode), admitted.token()).orElse(missing.get());
    return refuse(told, attempt, admitted.token());
  }

  /** Code does not know the leeway; a rule was read with it. */
  private Requirement ofCode(Requirement besides) {
    return besides.granting(config.tokens().leeway());
  }

  private Optional<Rejection> missing(Requirement requirement, AccessToken token) {
    return requirement instanceof Requirement.Token wanted
        ? wanted.missingFrom(token, clock.instant())
        : Optional.empty();
  }

  private Decision.Refuse refuse(Rejection rejection, Attempt attempt, AccessToken token) {
    if (LOG.isLoggable(Level.DEBUG)) {
      LOG.log(Level.DEBUG, line(rejection) + " " + token);
    }
    return answer(rejection, attempt);
  }

  private Decision refuse(Rejection rejection, Attempt attempt) {
    LOG.log(Level.DEBUG, () -> line(rejection));
    return answer(rejection, attempt);
  }

  private Decision refuse(Reason reason, Duration retryAfter, Attempt attempt) {
    LOG.log(Level.DEBUG, () -> line(Rejection.of(reason, "nothing to judge by")));
    listener.refused(reason, attempt.took());
    return new Decision.Refuse(challenges.unavailable(retryAfter, attempt.fromBrowser()));
  }

  private static String line(Rejection rejection) {
    return "refused " + rejection.reason().code() + " (" + rejection.detail() + ")";
  }

  private Decision.Refuse answer(Rejection rejection, Attempt attempt) {
    listener.refused(rejection.reason(), attempt.took());
    boolean underDpop = attempt.scheme() == Scheme.DPOP;
    return new Decision.Refuse(challenges.answer(rejection, underDpop, attempt.fromBrowser()));
  }

  /**
   * Ends what a logout token says; for a request that was decided to be {@link Decision.LogOut}.
   * Blocks at most 2 s, and only when it is due to wait for the issuer's keys.
   *
   * @param body of the request, as it came
   * @return what to answer instead of 200; empty when it is done
   */
  public Optional<Challenge> logOut(byte[] body) {
    return logout.orElseThrow(() -> new IllegalStateException("No logout is served")).logOut(body);
  }

  /** Where tokens are revoked before they expire; it holds from the next request on. */
  public RevokedTokens revokedTokens() {
    return revokedTokens;
  }

  /**
   * What verifies tokens for this gate, for use without any request: in a message consumer, say.
   * {@link TokenVerifier#verify} asks for revocations too.
   */
  public TokenVerifier tokenVerifier() {
    return verifier;
  }

  /**
   * How the keys of each issuer are now, for a health endpoint or a gauge; waits for nothing. The
   * listed ones come first; those found at run time are among them while they are kept.
   */
  public List<KeyHealth> keyHealth() {
    return keys.health();
  }

  /**
   * Ends every thread of this gate; requests decided afterwards get 503 once keys would have to be
   * fetched.
   */
  @Override
  public void close() {
    if (tenants.isPresent()) { // a lambda would be linked now, when the jar may be gone
      tenants.get().close();
    }
    keys.close();
  }
}
