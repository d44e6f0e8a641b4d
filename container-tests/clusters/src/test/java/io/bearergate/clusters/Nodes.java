package io.bearergate.clusters;

import io.bearergate.Stores;
import io.bearergate.config.GateConfig;
import io.bearergate.config.Setting;
import io.bearergate.contract.ServletContainer;
import io.bearergate.contract.SettableClock;
import io.bearergate.contract.WebApp;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.contract.jetty.JettyContainer;
import io.bearergate.event.GateListener;
import io.bearergate.jakarta.BearergateFilter;
import io.bearergate.jcache.JCacheProofs;
import io.bearergate.jcache.JCacheRevocations;
import io.bearergate.sender.SeenProofs;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestProof;
import io.bearergate.test.TestToken;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.cache.Cache;

/**
 * Two servers of one API, as clients behind a balancer see them: one name, two nodes. Each has the
 * filter before it, with a store over a cache of its own connection.
 */
final class Nodes implements AutoCloseable {

  static final String PUBLIC = "https://api.bearergate.test";

  /** How long requests wait here for a cache. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private static final String AUDIENCE = "https://api.bearergate.test/clusters";

  private final SettableClock clock = new SettableClock();
  private final TestIssuer issuer = TestIssuer.start(clock);
  private final TestKey holder = TestKey.generate("ES256", "holder");
  private final GateConfig config =
      GateConfig.builder(issuer.issuer(), AUDIENCE)
          .set(Setting.STARTUP, "wait")
          .set(Setting.PUBLIC_URL, PUBLIC)
          .build();
  private final List<ServletContainer> servers =
      List.of(new JettyContainer(), new JettyContainer());
  private final List<Runnable> closing;
  private final List<URI> addresses;

  /** Nodes with a cache of proofs each. */
  Nodes(List<Cache<String, String>> caches) {
    List<JCacheProofs> proofs =
        caches.stream()
            .map(cache -> JCacheProofs.over(cache, SeenProofs.inMemory(clock), LONGEST_WAIT))
            .toList();
    closing = proofs.stream().<Runnable>map(store -> store::close).toList();
    addresses = started(n -> Stores.inMemory(clock).withSeenProofs(proofs.get(n)));
  }

  /**
   * Nodes with a cache of revocations each.
   *
   * @param revoked told of the stores over them
   */
  Nodes(List<Cache<String, String>> caches, Consumer<List<JCacheRevocations>> revoked) {
    List<JCacheRevocations> revocations =
        caches.stream().map(cache -> JCacheRevocations.over(cache, clock, LONGEST_WAIT)).toList();
    revoked.accept(revocations);
    closing = revocations.stream().<Runnable>map(store -> store::close).toList();
    addresses = started(n -> Stores.inMemory(clock).withRevokedTokens(revocations.get(n)));
  }

  private List<URI> started(IntFunction<Stores> ofNode) {
    return IntStream.range(0, 2).mapToObj(n -> servers.get(n).start(app(ofNode.apply(n)))).toList();
  }

  private WebApp app(Stores ofNode) {
    return WebApp.empty()
        .filter("api", new BearergateFilter(config, clock, GateListener.NONE, ofNode), Map.of())
        .servlet("/*", (request, response) -> response.getWriter().print("served"));
  }

  InstantSource clock() {
    return clock;
  }

  String issuer() {
    return issuer.issuer();
  }

  /** A request with a bound token and a proof of its own. */
  RawRequest proven() {
    return proven(p -> p);
  }

  RawRequest proven(UnaryOperator<TestProof> change) {
    String token = issuer.token(t -> t.audience(AUDIENCE).boundTo(holder));
    TestProof proof = TestProof.of(holder, "GET", PUBLIC + "/a", token, clock.instant());
    return RawRequest.get("/a")
        .header("Authorization", "DPoP " + token)
        .header("DPoP", change.apply(proof).compact());
  }

  /** A request with a token that is bound to nothing. */
  RawRequest plain() {
    return plain(t -> t);
  }

  RawRequest plain(UnaryOperator<TestToken> change) {
    return RawRequest.get("/a").bearer(issuer.token(t -> change.apply(t.audience(AUDIENCE))));
  }

  Answer send(int node, RawRequest request) {
    return RawConnection.exchange(addresses.get(node), request);
  }

  @Override
  public void close() {
    servers.forEach(ServletContainer::stop);
    closing.forEach(Runnable::run);
    issuer.close();
  }
}
