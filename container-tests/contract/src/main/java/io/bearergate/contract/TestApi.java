package io.bearergate.contract;

import io.bearergate.Stores;
import io.bearergate.config.GateConfig;
import io.bearergate.config.GateConfigBuilder;
import io.bearergate.config.Setting;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.jakarta.BearergateFilter;
import io.bearergate.revocation.RevokedTokens;
import io.bearergate.sender.SeenProofs;
import io.bearergate.test.TestCertificate;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestProof;
import io.bearergate.test.TestToken;
import jakarta.servlet.Filter;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An API behind the real filter on a real server, with an issuer, a clock and a record of events.
 */
public final class TestApi implements AutoCloseable {

  /** What its tokens must be for. */
  public static final String AUDIENCE = "https://api.bearergate.test/notes";

  private final ServletContainer container;
  private final URI base;
  private final TestIssuer issuer;
  private final SettableClock clock;
  private final RecordedEvents events;

  private TestApi(ServletContainer container, URI base, Plan plan) {
    this.container = container;
    this.base = base;
    this.issuer = plan.issuer;
    this.clock = plan.clock;
    this.events = plan.events;
  }

  /** What is to be started; each method changes it and returns it. Not thread-safe. */
  static final class Plan {

    private final ServletContainer container;
    private final SettableClock clock = new SettableClock();
    private final RecordedEvents events = new RecordedEvents();
    private final TestIssuer issuer = TestIssuer.start(clock);
    private final Map<Setting, String> settings = new LinkedHashMap<>();
    private String issuers = issuer.issuer();
    private String rules = "/public/** open\n/** token";
    private WebApp front = WebApp.empty();
    private WebApp app = WebApp.empty();
    private @Nullable GateConfig config;
    private SeenProofs proofs = SeenProofs.inMemory(clock);
    private RevokedTokens revoked = RevokedTokens.inMemory(clock);

    Plan(ServletContainer container) {
      this.container = container;
      settings.put(Setting.STARTUP, "wait");
    }

    Plan rules(String text) {
      rules = text;
      return this;
    }

    Plan set(Setting setting, String value) {
      settings.put(setting, value);
      return this;
    }

    /** Believes another issuer too. */
    Plan believing(TestIssuer other) {
      issuers += "," + other.issuer();
      return this;
    }

    /** Remembers the proofs it has seen elsewhere. */
    Plan seeing(SeenProofs other) {
      proofs = other;
      return this;
    }

    /** Remembers what was revoked elsewhere. */
    Plan revoking(RevokedTokens other) {
      revoked = other;
      return this;
    }

    /** Changes the application, which the filter stands before. */
    Plan app(UnaryOperator<WebApp> change) {
      app = change.apply(app);
      return this;
    }

    /** Puts another filter before the gate. */
    Plan behind(Filter outer) {
      front = front.filter("outer", outer, Map.of());
      return this;
    }

    Plan serving(String pattern, Handler handler) {
      return app(before -> before.servlet(pattern, handler));
    }

    /** Serves an {@link Echo} of its pattern's last name at each of these. */
    Plan echoing(String... patterns) {
      for (String pattern : patterns) {
        String path = pattern.replace("/*", "");
        serving(pattern, new Echo(path.substring(path.lastIndexOf('/') + 1)));
      }
      return this;
    }

    TestIssuer issuer() {
      return issuer;
    }

    SettableClock clock() {
      return clock;
    }

    RecordedEvents events() {
      return events;
    }

    /** A filter of this plan's settings, to be put elsewhere. */
    BearergateFilter filter() {
      return new BearergateFilter(
          config(),
          clock,
          events,
          Stores.inMemory(clock).withSeenProofs(proofs).withRevokedTokens(revoked));
    }

    private GateConfig config() {
      if (config == null) {
        GateConfigBuilder builder = GateConfig.builder(issuers, AUDIENCE).rules(rules);
        settings.forEach(builder::set);
        config = builder.build();
      }
      return config;
    }

    TestApi start() {
      WebApp guarded = front.filter("api", filter(), Map.of());
      for (WebApp.NamedFilter inner : app.filters()) {
        guarded = guarded.filter(inner.name(), inner.filter(), inner.initParams());
      }
      WebApp all =
          new WebApp(
              guarded.filters(),
              app.servlets(),
              app.errorPages(),
              app.lenientPaths(),
              app.contextPath());
      return new TestApi(container, container.start(all), this);
    }
  }

  /** The server's address, without a path. */
  public URI base() {
    return base;
  }

  /** Opens a port for TLS and tells its address. */
  URI listenSecurely(TestCertificate own, List<TestCertificate> trusted) {
    return container.listenSecurely(own, trusted);
  }

  /** Whose tokens it takes. */
  public TestIssuer issuer() {
    return issuer;
  }

  ServletContainer container() {
    return container;
  }

  SettableClock clock() {
    return clock;
  }

  /** The time its tokens are held against. */
  public Instant now() {
    return clock.instant();
  }

  RecordedEvents events() {
    return events;
  }

  /** A good token for this API. */
  public String token() {
    return token(t -> t);
  }

  /** A good token for this API, changed. */
  public String token(UnaryOperator<TestToken> change) {
    return issuer.token(t -> change.apply(t.audience(AUDIENCE)));
  }

  /** A request for {@code target} with a token under the scheme DPoP, and a proof for it. */
  RawRequest proven(String method, String target, TestKey holder, String token) {
    String url = base + target;
    return RawRequest.of(method, target)
        .header("Authorization", "DPoP " + token)
        .header("DPoP", TestProof.of(holder, method, url, token, now()).compact());
  }

  /** A good token with these scopes, space-separated. */
  String tokenWith(String scopes) {
    return token(t -> t.scope(scopes));
  }

  /** Sends one request on a connection of its own. */
  public Answer send(RawRequest request) {
    return RawConnection.exchange(base, request);
  }

  Answer get(String target) {
    return send(RawRequest.get(target));
  }

  Answer get(String target, String token) {
    return send(RawRequest.get(target).bearer(token));
  }

  @Override
  public void close() {
    container.stop();
    issuer.close();
  }
}
