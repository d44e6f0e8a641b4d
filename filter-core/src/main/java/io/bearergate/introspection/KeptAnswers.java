package io.bearergate.introspection;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Puts answers into an {@link IntrospectionCache}, and takes out again those that still count: the
 * time of the question, in milliseconds, a space, and the body as it was sent. A signed one is
 * verified again. Thread-safe.
 */
final class KeptAnswers {

  /** In characters. */
  static final int LONGEST = 64 * 1024;

  private static final Logger LOG = System.getLogger("io.bearergate.introspection");
  private static final int MOST_DIGITS = 15;

  private final IntrospectionCache cache;
  private final IntrospectionRules rules;
  private final AtomicBoolean told = new AtomicBoolean();

  /** A body, and when the issuer was asked for it. */
  record Answer(String body, Instant askedAt) {}

  KeptAnswers(IntrospectionCache cache, IntrospectionRules rules) {
    this.cache = cache;
    this.rules = rules;
  }

  /**
   * What a token is known by: the issuer answers each client in its own way, so that the answer to
   * one is none for another.
   */
  String keyOf(String token) {
    String whole =
        String.join(
            "\n", rules.address().toString(), rules.client().id(), rules.signed() + "", token);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }

  /** Whether there is anything beyond this gate that could know. */
  boolean areShared() {
    return cache != NothingShared.INSTANCE;
  }

  /** An answer that was asked for no longer ago than the rules let it count. */
  Optional<Answer> find(String key, Instant now) {
    try {
      return cache.find(key).flatMap(KeptAnswers::parse).filter(answer -> counts(answer, now));
    } catch (RuntimeException e) {
      tell(e);
      return Optional.empty();
    }
  }

  private boolean counts(Answer answer, Instant now) {
    return now.isBefore(answer.askedAt().plus(rules.kept()))
        && !answer.askedAt().isAfter(now.plusSeconds(1));
  }

  private static Optional<Answer> parse(String text) {
    int space = text.indexOf(' ');
    if (space <= 0 || space > MOST_DIGITS || !text.substring(0, space).matches("[0-9]+")) {
      return Optional.empty();
    }
    Instant askedAt = Instant.ofEpochMilli(Long.parseLong(text.substring(0, space)));
    return Optional.of(new Answer(text.substring(space + 1), askedAt));
  }

  void keep(String key, Answer answer, Duration lasting) {
    if (answer.body().length() > LONGEST) {
      return;
    }
    try {
      cache.keep(key, answer.askedAt().toEpochMilli() + " " + answer.body(), lasting);
    } catch (RuntimeException e) {
      tell(e);
    }
  }

  private void tell(RuntimeException e) {
    if (told.compareAndSet(false, true)) {
      LOG.log(
          Level.WARNING,
          "The IntrospectionCache failed with {0}; the issuer is asked instead. This is told once",
          e.getClass().getName());
    }
  }
}
