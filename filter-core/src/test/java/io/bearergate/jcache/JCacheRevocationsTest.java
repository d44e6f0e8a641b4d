package io.bearergate.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearergate.revocation.Revocation;
import io.bearergate.token.AccessToken;
import io.bearergate.token.TestTokens;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.cache.Cache;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.EternalExpiryPolicy;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class JCacheRevocationsTest {

  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Instant LATER = NOW.plus(LONGEST);
  private static final AccessToken TOKEN =
      TestTokens.with(
          Map.of("sub", "alice", "jti", "t1", "sid", "s1", "iat", NOW.getEpochSecond() - 60));
  private static final String ISSUER = TOKEN.issuer();

  private final Map<String, String> entries = new ConcurrentHashMap<>();
  private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
  private final AtomicReference<Runnable> before = new AtomicReference<>(() -> {});

  @AutoClose private final JCacheRevocations here = node();
  @AutoClose private final JCacheRevocations there = node();

  @Test
  void revokesOnEveryNode() {
    assertThat(there.isRevoked(TOKEN)).isFalse();

    here.revoke(Revocation.ofToken(ISSUER, "t1"), LATER);

    assertThat(there.isRevoked(TOKEN)).isTrue();
  }

  @Test
  void revokesByEachNameAndForNobodyElse() {
    here.revoke(Revocation.ofSession(ISSUER, "s2"), LATER);
    here.revoke(Revocation.ofSubject(ISSUER, "alice", NOW.minusSeconds(60)), LATER);
    assertThat(there.isRevoked(TOKEN)).isFalse();

    here.revoke(Revocation.ofSubject(ISSUER, "alice", NOW), LATER);

    assertThat(there.isRevoked(TOKEN)).isTrue();
  }

  @Test
  void keepsTheLaterInstantsWhicheverNodeSaysThem() {
    here.revoke(Revocation.ofSubject(ISSUER, "alice", NOW), NOW.plusSeconds(1));
    there.revoke(Revocation.ofSubject(ISSUER, "alice", NOW.minusSeconds(3_600)), LATER);

    clock.set(LATER);
    assertThat(here.isRevoked(TOKEN)).isTrue();
    clock.set(LATER.plusNanos(1));
    assertThat(here.isRevoked(TOKEN)).isFalse();
  }

  @Test
  void vouchesForNoTokenWhileTheCacheFails() {
    before.set(
        () -> {
          throw new IllegalStateException("no such cluster");
        });

    assertThatThrownBy(() -> here.isRevoked(TOKEN)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> here.revoke(Revocation.ofToken(ISSUER, "t1"), LATER))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void vouchesForNoTokenByWhatItCannotRead() {
    here.revoke(Revocation.ofToken(ISSUER, "t1"), LATER);
    entries.replaceAll((key, value) -> "true");

    assertThatThrownBy(() -> here.isRevoked(TOKEN)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void waitsForAHangingCacheNoLongerThanItsBound() {
    CountDownLatch hang = new CountDownLatch(1);
    before.set(
        () -> {
          try {
            hang.await();
          } catch (InterruptedException e) { // by which the wait ends
            throw new IllegalStateException(e);
          }
        });
    try (JCacheRevocations hasty =
        JCacheRevocations.over(cache(configuration()), clock::get, Duration.ofMillis(50))) {
      assertThatThrownBy(() -> hasty.isRevoked(TOKEN)).isInstanceOf(RuntimeException.class);
    }
  }

  @Test
  void refusesToRevokeForLongerThanTheCacheKeeps() {
    Instant tooLate = LATER.plusSeconds(61);

    assertThatThrownBy(() -> here.revoke(Revocation.ofToken(ISSUER, "t1"), tooLate))
        .hasMessageContaining("too short");
    assertThat(here.isRevoked(TOKEN)).isFalse();
  }

  @Test
  void takesNoCacheThatMayForgetWhatIsRevokedAgain() {
    MutableConfiguration<String, String> fromCreation =
        new MutableConfiguration<String, String>()
            .setExpiryPolicyFactory(
                CreatedExpiryPolicy.factoryOf(javax.cache.expiry.Duration.ONE_DAY));
    MutableConfiguration<String, String> untold =
        new MutableConfiguration<String, String>()
            .setExpiryPolicyFactory(EternalExpiryPolicy.factoryOf());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> JCacheRevocations.over(cache(fromCreation), clock::get));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JCacheRevocations.over(cache(untold), clock::get));
  }

  private JCacheRevocations node() {
    return JCacheRevocations.over(cache(configuration()), clock::get, Duration.ofSeconds(30));
  }

  private static MutableConfiguration<String, String> configuration() {
    return JCacheRevocations.configuration(LONGEST);
  }

  /** What we ask of a cache, on the one map that all nodes share. */
  @SuppressWarnings("unchecked") // what a class literal cannot say
  private Cache<String, String> cache(MutableConfiguration<String, String> configuration) {
    return (Cache<String, String>)
        Proxy.newProxyInstance(
            Cache.class.getClassLoader(),
            new Class<?>[] {Cache.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getName" -> "revocations";
                  case "getConfiguration" -> configuration;
                  default -> answer(method.getName(), arguments);
                });
  }

  private Object answer(String method, Object[] arguments) {
    before.get().run();
    return switch (method) {
      case "get" -> entries.get((String) arguments[0]);
      case "getAll" -> held((Collection<?>) arguments[0]);
      case "putIfAbsent" ->
          entries.putIfAbsent((String) arguments[0], (String) arguments[1]) == null;
      case "replace" ->
          entries.replace((String) arguments[0], (String) arguments[1], (String) arguments[2]);
      default -> throw new UnsupportedOperationException(method);
    };
  }

  private Map<String, String> held(Collection<?> keys) {
    Map<String, String> held = new HashMap<>(entries);
    held.keySet().retainAll(keys);
    return held;
  }
}
