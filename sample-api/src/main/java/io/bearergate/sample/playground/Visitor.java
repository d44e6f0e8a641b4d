package io.bearergate.sample.playground;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.id.State;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One browser session: its latest walk, and the word by which its own pages are known. */
final class Visitor {

  private static final int BYTES = 32;

  private final String id = random();
  private final String pageWord = random();
  private final Purse purse = Purse.empty();
  private final AtomicReference<@Nullable Walk> walk = new AtomicReference<>();

  /** Only in the cookie. */
  String id() {
    return id;
  }

  /** Only in what this origin's own pages read: another site can send the cookie, but not this. */
  String pageWord() {
    return pageWord;
  }

  boolean knows(@Nullable String word) {
    return word != null && MessageDigest.isEqual(word.getBytes(UTF_8), pageWord.getBytes(UTF_8));
  }

  /** For the debugger, whose every request may build on the one before. */
  Purse purse() {
    return purse;
  }

  Optional<Walk> walk() {
    return Optional.ofNullable(walk.get());
  }

  /** One at a time: an earlier one is called off. */
  void sets(Walk next) {
    Optional.ofNullable(walk.getAndSet(next)).ifPresent(Walk::stop);
  }

  void leaves() {
    Optional.ofNullable(walk.getAndSet(null)).ifPresent(Walk::stop);
  }

  private static String random() {
    return new State(BYTES).getValue();
  }
}
