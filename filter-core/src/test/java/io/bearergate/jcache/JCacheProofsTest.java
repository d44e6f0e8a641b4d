package io.bearergate.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearergate.config.GateConfig;
import io.bearergate.sender.SeenProofs;
import io.bearergate.sender.SeenProofs.Bounds;
import io.bearergate.sender.SeenProofs.Use;
import io.bearergate.sender.SenderConstraint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.cache.configuration.Factory;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.AccessedExpiryPolicy;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.EternalExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("RFC 9449 section 11.1: the proofs that a cluster has seen")
class JCacheProofsTest {

  private static final Duration LIFETIME = Duration.ofSeconds(90);
  private static final InstantSource CLOCK = () -> Instant.EPOCH;
  private static final String KEY = "k".repeat(43);

  private final SharedMap shared = new SharedMap(JCacheProofs.configuration(LIFETIME));
  private final List<JCacheProofs> nodes = new ArrayList<>();

  @AfterEach
  void close() {
    nodes.forEach(JCacheProofs::close);
  }

  private JCacheProofs node() {
    return node(new Bounds(100, 1_000_000, 10), JCacheProofs.LONGEST_WAIT);
  }

  private JCacheProofs node(Bounds bounds, Duration wait) {
    JCacheProofs node = JCacheProofs.over(shared.cache(), SeenProofs.inMemory(CLOCK, bounds), wait);
    nodes.add(node);
    return node;
  }

  private void open(Factory<? extends ExpiryPolicy> policy) {
    MutableConfiguration<String, String> configuration =
        new MutableConfiguration<String, String>()
            .setTypes(String.class, String.class)
            .setExpiryPolicyFactory(policy);
    try (JCacheProofs proofs = JCacheProofs.over(new SharedMap(configuration).cache(), CLOCK)) {
      SenderConstraint.by(
          GateConfig.builder("https://issuer.example.com/", "api").build().sender(), proofs, CLOCK);
    }
  }

  @Test
  void takesAProofOnOneNodeAndRefusesItOnAnother() {
    assertThat(node().use(KEY, "id", LIFETIME)).isEqualTo(Use.FIRST);
    assertThat(node().use(KEY, "id", LIFETIME)).isEqualTo(Use.REPLAYED);
  }

  @Test
  void refusesAReplayOnItsOwnNodeWithoutAskingTheCache() {
    JCacheProofs node = node();
    node.use(KEY, "id", LIFETIME);

    assertThat(node.use(KEY, "id", LIFETIME)).isEqualTo(Use.REPLAYED);
    assertThat(shared.calls()).hasValue(1);
  }

  @Test
  void keepsKeysAndIdentifiersApart() {
    node().use(KEY, "id", LIFETIME);

    assertThat(node().use("l".repeat(43), "id", LIFETIME)).isEqualTo(Use.FIRST);
    assertThat(node().use(KEY, "other", LIFETIME)).isEqualTo(Use.FIRST);
  }

  @Test
  void takesTheSameRoomForEveryIdentifier() {
    node().use(KEY, "1", LIFETIME);
    node().use(KEY, "é".repeat(256), LIFETIME);

    assertThat(shared.keys()).hasSize(2).allSatisfy(key -> assertThat(key).hasSize(87));
  }

  @Test
  void boundsProofsOfAKeyOnEachNode() {
    JCacheProofs small = node(new Bounds(100, 1_000_000, 1), JCacheProofs.LONGEST_WAIT);
    small.use(KEY, "1", LIFETIME);

    assertThat(small.use(KEY, "2", LIFETIME)).isEqualTo(Use.TOO_MANY_OF_KEY);
    assertThat(node().use(KEY, "2", LIFETIME)).isEqualTo(Use.FIRST);
  }

  @Test
  void putsNoMoreIntoTheCacheThanTheNodeMayHold() {
    JCacheProofs small = node(new Bounds(1, 1_000_000, 1), JCacheProofs.LONGEST_WAIT);
    small.use(KEY, "1", LIFETIME);

    assertThat(small.use("l".repeat(43), "2", LIFETIME)).isEqualTo(Use.UNAVAILABLE);
    assertThat(shared.keys()).hasSize(1);
  }

  @Test
  void throwsWhatTheCacheThrows() {
    shared.answering(
        () -> {
          throw new IllegalStateException("closed");
        });

    assertThatThrownBy(() -> node().use(KEY, "id", LIFETIME))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void waitsNoLongerThanItsBound() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    shared.answering(() -> hang(interrupted));

    assertThatThrownBy(
            () -> node(new Bounds(9, 9999, 9), Duration.ofMillis(20)).use(KEY, "id", LIFETIME))
        .isInstanceOf(StoreCalls.NoAnswer.class);
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void worksAgainOnceTheCacheDoes() {
    JCacheProofs node = node(new Bounds(9, 9999, 9), Duration.ofMillis(20));
    shared.answering(() -> hang(new CountDownLatch(1)));
    assertThatThrownBy(() -> node.use(KEY, "1", LIFETIME)).isNotNull();

    shared.answering(() -> true);

    assertThat(node(new Bounds(9, 9999, 9), Duration.ofSeconds(10)).use(KEY, "2", LIFETIME))
        .isEqualTo(Use.FIRST);
  }

  @Test
  void callsNoProofAReplayThatNobodyWasLetInBy() {
    JCacheProofs node = node();
    shared.answering(
        () -> {
          throw new IllegalStateException("closed");
        });
    for (int tries = 0; tries < 2; tries++) {
      assertThatThrownBy(() -> node.use(KEY, "id", LIFETIME))
          .isInstanceOf(IllegalStateException.class);
    }

    shared.answering();

    assertThat(node.use(KEY, "id", LIFETIME)).isEqualTo(Use.FIRST);
    assertThat(node.use(KEY, "id", LIFETIME)).isEqualTo(Use.REPLAYED);
    assertThat(shared.calls()).hasValue(3);
  }

  @Test
  void takesAProofOnceThoughTheAnswerCameTooLate() {
    JCacheProofs node = node();
    node().use(KEY, "id", LIFETIME);
    shared.answering(
        () -> {
          throw new IllegalStateException("the entry is there, its answer is lost");
        });
    assertThatThrownBy(() -> node.use(KEY, "id", LIFETIME)).isNotNull();

    shared.answering();

    assertThat(node.use(KEY, "id", LIFETIME)).isEqualTo(Use.REPLAYED);
  }

  @Test
  void remembersOnlySoManyProofsWithoutAnAnswer() {
    Unanswered unanswered = new Unanswered();

    for (int entry = 0; entry <= Unanswered.MOST; entry++) {
      unanswered.add("e" + entry);
    }

    assertThat(unanswered.has("e0")).isFalse();
    assertThat(unanswered.has("e1")).isTrue();
  }

  private static boolean hang(CountDownLatch interrupted) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupted.countDown();
    }
    return true;
  }

  @Test
  void vouchesForNothingOnceItIsClosed() {
    JCacheProofs node = node();
    node.close();

    assertThatThrownBy(() -> node.use(KEY, "id", LIFETIME)).isInstanceOf(StoreCalls.NoAnswer.class);
  }

  @Test
  void refusesProofsThatLiveLongerThanTheCacheKeepsThem() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> node().use(KEY, "id", Duration.ofSeconds(152)));
    assertThat(shared.keys()).isEmpty();
  }

  @Test
  void keepsEntriesAMinuteLongerThanProofsLive() {
    assertThat(
            JCacheProofs.configuration(LIFETIME)
                .getExpiryPolicyFactory()
                .create()
                .getExpiryForCreation())
        .isEqualTo(seconds(151));
  }

  @Test
  void takesACacheThatKeepsProofsLongEnough() {
    assertThatCode(
            () -> {
              open(CreatedExpiryPolicy.factoryOf(seconds(90)));
              open(AccessedExpiryPolicy.factoryOf(seconds(90)));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void opensNoGateOnACacheThatForgetsEarlier() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open(CreatedExpiryPolicy.factoryOf(seconds(89))))
        .withMessageContaining("may forget a proof after 89 s, and one can be used for 90 s")
        .withMessageContaining("JCacheProofs.configuration(");
  }

  @Test
  void refusesACacheThatNeverForgets() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open(EternalExpiryPolicy.factoryOf()))
        .withMessageContaining("never forgets");
  }

  private static javax.cache.expiry.Duration seconds(long seconds) {
    return new javax.cache.expiry.Duration(TimeUnit.SECONDS, seconds);
  }
}
