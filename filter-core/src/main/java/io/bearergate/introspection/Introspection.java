package io.bearergate.introspection;

import io.bearergate.introspection.IntrospectionResult.Active;
import io.bearergate.introspection.IntrospectionResult.Inactive;
import io.bearergate.introspection.IntrospectionResult.Unavailable;
import io.bearergate.introspection.IntrospectionResult.Unfit;
import io.bearergate.introspection.KeptAnswers.Answer;
import io.bearergate.keys.JwkSources;
import io.bearergate.keys.PostOutcome;
import io.bearergate.rejection.Rejection;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks one issuer about tokens (RFC 7662): one call in flight per token, at most {@value
 * Crowd#MOST_CALLS} about tokens not known and as many about known ones, each on a thread of its
 * own. Thread-safe; a caller waits at most 2 s.
 */
public final class Introspection {

  private static final Logger LOG = System.getLogger("io.bearergate.introspection");
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
  private static final Duration SOON = Duration.ofSeconds(1);

  /** How long a token that will not do is refused without asking again. */
  static final Duration INACTIVE_FOR = Duration.ofSeconds(5);

  /** How long a token is let alone about which the answer could not be used. */
  static final Duration UNUSABLE_FOR = Duration.ofSeconds(5);

  private static final IntrospectionResult INACTIVE = new Inactive();
  private static final IntrospectionResult BUSY = new Unavailable(SOON);

  private final IntrospectionRules rules;
  private final JwkSources calls;
  private final InstantSource clock;
  private final LongSupplier nanoClock;
  private final IntrospectionRequest request;
  private final SecretInLog secretInLog;
  private final KeptAnswers kept;
  private final ConcurrentMap<String, Question> running = new ConcurrentHashMap<>();
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final GoodTokens good = new GoodTokens();
  private final VainAnswers vain = new VainAnswers();
  private final Crowd crowd;
  private final Outage strangers;
  private final Outage renewals;

  /**
   * @param calls the way to the issuer, and the threads; the caller's to close
   * @param cache shared with other nodes, if with any
   * @param clock what answers are kept by
   * @param nanoClock monotonic nanoseconds
   */
  public Introspection(
      IntrospectionRules rules,
      JwkSources calls,
      IntrospectionCache cache,
      InstantSource clock,
      LongSupplier nanoClock) {
    this.rules = rules;
    this.calls = calls;
    this.clock = clock;
    this.nanoClock = nanoClock;
    this.request = new IntrospectionRequest(rules, clock);
    this.secretInLog = new SecretInLog(rules);
    secretInLog.warn();
    this.kept = new KeptAnswers(cache, rules);
    this.crowd = new Crowd(nanoClock.getAsLong());
    this.strangers = new Outage(rules.issuer(), "tokens not known as good");
    this.renewals = new Outage(rules.issuer(), "tokens known as good, once their answer is old,");
  }

  /** How it asks, and what for. */
  public IntrospectionRules rules() {
    return rules;
  }

  /**
   * Asks about {@code token}, or waits for whoever asks about it already.
   *
   * @param renewal whether the caller knew it as good; tokens that were good are asked about even
   *     while a flood of others goes on
   * @param reader of the answer; runs on another thread
   * @param judge of an answer that the token is active: why it will not do; runs on that thread
   */
  public IntrospectionResult ask(
      String token,
      boolean renewal,
      AnswerReader reader,
      Function<Active, Optional<Rejection>> judge) {
    String key = kept.keyOf(token);
    IntrospectionResult known = vain.of(key, now());
    if (known != null) {
      return known;
    }
    Question mine = new Question(key, token, renewal || good.include(key));
    Question other = running.putIfAbsent(key, mine);
    if (other != null) {
      return awaited(other);
    }
    IntrospectionResult refusal = begin(mine, reader, judge);
    if (refusal != null) {
      finish(mine, refusal);
    }
    return awaited(mine);
  }

  /** Two, so that nothing strangers present keeps known tokens from being asked about. */
  private Outage outage(Question question) {
    return question.isRenewal() ? renewals : strangers;
  }

  private long now() {
    return nanoClock.getAsLong();
  }

  private IntrospectionResult awaited(Question question) {
    try {
      return crowd.enterWaiting(outage(question).isOn())
          ? question.await(LONGEST_WAIT, BUSY)
          : BUSY;
    } finally {
      crowd.leaveWaiting();
    }
  }

  /** Why nobody is asked; null if somebody is. */
  private @Nullable IntrospectionResult begin(
      Question question, AnswerReader reader, Function<Active, Optional<Rejection>> judge) {
    long now = now();
    Outage outage = outage(question);
    if (!crowd.enter(question.isRenewal(), now)) {
      return BUSY;
    }
    boolean begun = false;
    try {
      if (!kept.areShared() && outage.forbids(now)) {
        return new Unavailable(outage.left(now)); // a thread would find out no more
      }
      begun = calls.start("introspection", () -> run(question, reader, judge));
      return begun ? null : BUSY;
    } catch (OutOfMemoryError e) { // what the JVM throws when the system gives it no thread
      return BUSY;
    } finally {
      if (!begun) {
        crowd.leave(question.isRenewal());
      }
    }
  }

  private void run(
      Question question, AnswerReader reader, Function<Active, Optional<Rejection>> judge) {
    IntrospectionResult result = BUSY;
    try {
      Optional<Active> recalled = recalled(question, reader);
      result =
          recalled.isPresent()
              ? fit(question, recalled.get(), judge)
              : asked(question, reader, judge);
    } catch (RuntimeException e) {
      tell("it broke off with " + e.getClass().getName());
    } finally {
      crowd.leave(question.isRenewal());
      finish(question, result);
    }
  }

  /** Nobody joins it any more, and those who have go. */
  private void finish(Question question, IntrospectionResult result) {
    running.remove(question.key(), question);
    question.finish(result);
  }

  private IntrospectionResult fit(
      Question question, Active active, Function<Active, Optional<Rejection>> judge) {
    Rejection objection = judge.apply(active).orElse(null);
    if (objection != null) {
      return bad(question, new Unfit(objection));
    }
    good.add(question.key());
    return active;
  }

  private Optional<Active> recalled(Question question, AnswerReader reader) {
    return kept.find(question.key(), clock.instant())
        .flatMap(
            answer ->
                reader
                    .read(answer.body())
                    .filter(members -> Boolean.TRUE.equals(members.get("active")))
                    .map(members -> new Active(members, answer.askedAt())));
  }

  private IntrospectionResult asked(
      Question question, AnswerReader reader, Function<Active, Optional<Rejection>> judge) {
    long startedAt = now();
    Outage outage = outage(question);
    if (!outage.permits(
        startedAt)) { // not before: what is recalled asks nobody, and proves nothing
      return new Unavailable(outage.left(startedAt));
    }
    Instant askedAt = clock.instant();
    secretInLog.warn();
    PostOutcome outcome = calls.post(request.about(question.token()));
    if (outcome instanceof PostOutcome.Failed failed) {
      outage.failed(failed, question.key(), startedAt, now());
      return failed.answered()
          ? unusable(question, failed.why()) // else one that is to blame would win every trial
          : new Unavailable(outage.left(now()));
    }
    strangers.ended();
    renewals.ended();
    if (outcome instanceof PostOutcome.Answered answered) {
      return judged(question, new Answer(answered.body(), askedAt), reader, judge);
    }
    return unusable(question, ((PostOutcome.Unusable) outcome).why());
  }

  private IntrospectionResult judged(
      Question question,
      Answer answer,
      AnswerReader reader,
      Function<Active, Optional<Rejection>> judge) {
    Map<String, Object> members = reader.read(answer.body()).orElse(Map.of());
    Object active = members.get("active");
    if (Boolean.TRUE.equals(active)) {
      IntrospectionResult result = fit(question, new Active(members, answer.askedAt()), judge);
      finish(question, result); // a shared cache that hangs keeps nobody waiting
      if (result instanceof Active) {
        keep(question, answer, members);
      }
      return result;
    }
    return Boolean.FALSE.equals(active)
        ? bad(question, INACTIVE)
        : unusable(question, "the answer is none that we can believe or understand");
  }

  private void keep(Question question, Answer answer, Map<String, Object> members) {
    if (!rules.kept().isZero() && members.get("exp") instanceof Number) {
      kept.keep(question.key(), answer, rules.kept());
    }
  }

  private IntrospectionResult bad(Question question, IntrospectionResult result) {
    good.drop(question.key());
    return vain(question, result, INACTIVE_FOR);
  }

  private IntrospectionResult unusable(Question question, String why) {
    tell(why);
    return vain(question, new Unavailable(UNUSABLE_FOR), UNUSABLE_FOR);
  }

  /** Whoever can bring it about once can do so with every request. */
  private void tell(String why) {
    if (told.add(why)) {
      LOG.log(
          Level.WARNING,
          "Introspection at {0}: {1}; that token is answered with 503. This is told once",
          rules.issuer(),
          why);
    }
  }

  private IntrospectionResult vain(
      Question question, IntrospectionResult result, Duration lasting) {
    long now = now();
    if (!question.isRenewal()) {
      crowd.vain(now);
    }
    vain.keep(question.key(), result, now, lasting);
    return result;
  }

  /** How many are remembered as bad, and how many asked about. */
  long remembered() {
    return vain.count() + running.size();
  }
}
