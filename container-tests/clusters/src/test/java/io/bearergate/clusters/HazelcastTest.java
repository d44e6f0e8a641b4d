package io.bearergate.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.cache.HazelcastCachingProvider;
import com.hazelcast.cache.HazelcastMemberCachingProvider;
import com.hazelcast.config.CacheConfig;
import com.hazelcast.config.EvictionConfig;
import com.hazelcast.core.HazelcastInstance;
import io.bearergate.contract.Refusal;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.jcache.JCacheProofs;
import java.time.Duration;
import java.util.List;
import javax.cache.Cache;
import javax.cache.CacheManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two members of a Hazelcast cluster, each inside its node. */
class HazelcastTest extends ClusterContract {

  private final HazelcastMembers members = new HazelcastMembers();

  @Override
  Nodes join() {
    return new Nodes(List.of(proofs(members.get(0)), proofs(members.get(1))));
  }

  /** As docs/dpop.md has it. */
  private static Cache<String, String> proofs(HazelcastInstance hazelcast) {
    CacheManager caches =
        new HazelcastMemberCachingProvider()
            .getCacheManager(
                null, null, HazelcastCachingProvider.propertiesByInstanceItself(hazelcast));
    Cache<String, String> known = caches.getCache("dpop-proofs", String.class, String.class);
    if (known != null) {
      return known;
    }
    CacheConfig<String, String> config =
        new CacheConfig<>(JCacheProofs.configuration(Duration.ofSeconds(90)));
    config.setEvictionConfig(new EvictionConfig().setSize(Integer.MAX_VALUE));
    return caches.createCache("dpop-proofs", config);
  }

  @AfterAll
  void leave() {
    members.close();
  }

  @Test
  @DisplayName("RS.11 − what a node has seen is refused after it has died; a node cut off: C6")
  void refusesWhatADeadNodeHasSeen() {
    RawRequest request = nodes.proven();
    assertThat(nodes.send(1, request).status()).isEqualTo(200);

    members.kill(1);

    await().atMost(SOON).until(() -> nodes.send(0, nodes.proven()).status() == 200);
    Refusal.C4.isGivenBy(nodes.send(0, request));
    Refusal.C6.isGivenBy(nodes.send(1, nodes.proven()));
    assertThat(nodes.send(1, nodes.plain()).status()).isEqualTo(200);
  }
}
