package io.bearergate.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bearergate.contract.Refusal;
import io.bearergate.jcache.JCacheProofs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.cache.Cache;
import javax.cache.CacheManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.redisson.jcache.JCachingProvider;
import org.redisson.jcache.configuration.RedissonConfiguration;

/** Two nodes with one Redis beside them, each through a client of its own. */
class RedisTest extends ClusterContract {

  @TempDir static Path folder;

  private final List<RedissonClient> clients = new ArrayList<>();
  private RedisServer redis;

  @Override
  Nodes join() {
    redis = new RedisServer(folder);
    return new Nodes(List.of(proofs(), proofs()));
  }

  /** As docs/dpop.md has it. */
  private Cache<String, String> proofs() {
    Config config = new Config();
    config.useSingleServer().setAddress(redis.address());
    RedissonClient client = Redisson.create(config);
    clients.add(client);
    CacheManager caches = new JCachingProvider().getCacheManager();
    return caches.createCache(
        "dpop-proofs",
        RedissonConfiguration.fromInstance(
            client, JCacheProofs.configuration(Duration.ofSeconds(90))));
  }

  @AfterAll
  void leave() {
    clients.forEach(RedissonClient::shutdown);
    redis.close();
  }

  @Test
  @DisplayName("RS.11 − a dead store vouches for no proof: C6, and works once it is back")
  void answersNobodyWhileItIsDead() {
    redis.kill();

    assertUnavailable();

    redis.beginAgain();
    assertBack();
  }

  @Test
  @DisplayName("RS.11 − a store that hangs holds no request: C6 within the bound")
  void answersNobodyWhileItHangs() {
    redis.hang();
    try {
      long began = System.nanoTime();
      assertUnavailable();
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    } finally {
      redis.goOn();
    }
    assertBack();
  }

  private void assertUnavailable() {
    Refusal.C6.isGivenBy(nodes.send(0, nodes.proven()));
    Refusal.C6.isGivenBy(nodes.send(1, nodes.proven()));
    assertThat(nodes.send(0, nodes.plain()).status()).isEqualTo(200);
    assertThat(nodes.send(1, nodes.plain()).status()).isEqualTo(200);
  }

  private void assertBack() {
    await().atMost(SOON).until(() -> nodes.send(0, nodes.proven()).status() == 200);
    await().atMost(SOON).until(() -> nodes.send(1, nodes.proven()).status() == 200);
    refusesReplayOnTheOtherNode();
  }
}
