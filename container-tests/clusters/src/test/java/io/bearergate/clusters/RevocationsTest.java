package io.bearergate.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hazelcast.config.CacheConfig;
import com.hazelcast.config.EvictionConfig;
import io.bearergate.contract.Refusal;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.jcache.JCacheRevocations;
import io.bearergate.revocation.Revocation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.cache.Cache;
import javax.cache.CacheManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What one node is told to revoke is revoked on all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevocationsTest {

  private static final Duration LONGEST = Duration.ofHours(1);

  private final HazelcastMembers members = new HazelcastMembers();
  private final List<JCacheRevocations> revocations = new ArrayList<>();
  private final Nodes nodes =
      new Nodes(List.of(cache(members.caches(0)), cache(members.caches(1))), revocations::addAll);

  private static Cache<String, String> cache(CacheManager caches) {
    Cache<String, String> known = caches.getCache("revocations", String.class, String.class);
    if (known != null) {
      return known;
    }
    CacheConfig<String, String> config =
        new CacheConfig<>(JCacheRevocations.configuration(LONGEST));
    config.setEvictionConfig(new EvictionConfig().setSize(Integer.MAX_VALUE));
    return caches.createCache("revocations", config);
  }

  @BeforeAll
  void warmUp() {
    for (int node : List.of(0, 1)) {
      await()
          .atMost(ClusterContract.SOON)
          .until(() -> nodes.send(node, nodes.plain()).status() == 200);
    }
  }

  @AfterAll
  void stop() {
    nodes.close();
    members.close();
  }

  @Test
  void refusesOnBothNodesWhatOneWasToldToRevoke() {
    RawRequest ended = nodes.plain(t -> t.claim("sid", "ended"));
    RawRequest other = nodes.plain(t -> t.claim("sid", "other"));
    assertThat(nodes.send(1, ended).status()).isEqualTo(200);

    revocations
        .get(0)
        .revoke(
            Revocation.ofSession(nodes.issuer(), "ended"), nodes.clock().instant().plus(LONGEST));

    Refusal.C1.isGivenBy(nodes.send(0, ended));
    Refusal.C1.isGivenBy(nodes.send(1, ended));
    assertThat(nodes.send(0, other).status()).isEqualTo(200);
    assertThat(nodes.send(1, other).status()).isEqualTo(200);
  }

  @Test
  void servesNobodyWhereNoStoreAnswersAndGoesOnElsewhere() {
    HazelcastMembers others = new HazelcastMembers();
    try (others;
        Nodes pair =
            new Nodes(List.of(cache(others.caches(0)), cache(others.caches(1))), unused -> {})) {
      others.kill(1);

      Refusal.C6.isGivenBy(pair.send(1, pair.plain()));
      await().atMost(ClusterContract.SOON).until(() -> pair.send(0, pair.plain()).status() == 200);
    }
  }
}
