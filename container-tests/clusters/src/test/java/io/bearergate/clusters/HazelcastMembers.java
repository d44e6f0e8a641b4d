package io.bearergate.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.cache.HazelcastCachingProvider;
import com.hazelcast.cache.HazelcastMemberCachingProvider;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.util.ArrayList;
import java.util.List;
import javax.cache.CacheManager;

/** Two members of a Hazelcast cluster, found by address on the loopback. */
final class HazelcastMembers implements AutoCloseable {

  private final List<HazelcastInstance> members = new ArrayList<>();

  HazelcastMembers() {
    HazelcastInstance first = member(List.of());
    int port = first.getCluster().getLocalMember().getAddress().getPort();
    HazelcastInstance second = member(List.of("127.0.0.1:" + port));
    assertThat(second.getCluster().getMembers()).hasSize(2);
  }

  private HazelcastInstance member(List<String> others) {
    Config config = new Config().setClusterName("bearergate-" + System.identityHashCode(this));
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.setProperty("hazelcast.wait.seconds.before.join", "0");
    config.getNetworkConfig().setPort(0).setPortAutoIncrement(false);
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
    JoinConfig join = config.getNetworkConfig().getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).setMembers(others);
    HazelcastInstance member = Hazelcast.newHazelcastInstance(config);
    members.add(member);
    return member;
  }

  HazelcastInstance get(int member) {
    return members.get(member);
  }

  CacheManager caches(int member) {
    return new HazelcastMemberCachingProvider()
        .getCacheManager(
            null, null, HazelcastCachingProvider.propertiesByInstanceItself(members.get(member)));
  }

  void kill(int member) {
    members.get(member).getLifecycleService().terminate();
  }

  @Override
  public void close() {
    members.forEach(member -> member.getLifecycleService().terminate());
  }
}
