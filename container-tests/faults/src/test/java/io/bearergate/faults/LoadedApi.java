package io.bearergate.faults;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import io.bearergate.config.GateConfig;
import io.bearergate.config.Setting;
import io.bearergate.contract.ServletContainer;
import io.bearergate.contract.SettableClock;
import io.bearergate.contract.WebApp;
import io.bearergate.jakarta.BearergateFilter;
import io.bearergate.keys.JwksRules;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/**
 * An API behind the real filter on a real server, and its issuer, which can be broken. Keys and
 * tokens come from a {@link TestIssuer}, whose own HTTP side is not used.
 */
final class LoadedApi implements AutoCloseable {

  private static final String AUDIENCE = "https://api.bearergate.test/faults";
  private static final int TOKENS = 16;

  /** Held, so that the level set on it stays: every row here is an outage, and warned of. */
  private static final Logger LOG = Logger.getLogger("io.bearergate");

  static {
    LOG.setLevel(Level.OFF);
  }

  private final SettableClock clock = new SettableClock();
  private final TestIssuer keys = TestIssuer.start(clock);
  private final ScriptedIssuer issuer = ScriptedIssuer.start();
  private final KeyNews news = new KeyNews();
  private final TestKey known = keys.key();
  private final TestKey leaving = keys.add(TestKey.generate("ES256", "key-2"));
  private final Server server;
  private final ServletContainer container;
  private final Callers callers;

  /**
   * When a gate fetches.
   *
   * @param refresh may be shorter than the setting allows, as a test cannot wait for a minute
   */
  record Pace(Duration refresh, Duration cooldown) {

    /** Fetches are due all the time: the timer's, and those of unknown key ids. */
    static final Pace SOON = new Pace(ofSeconds(2), ofSeconds(1));

    /** Only unknown key ids make fetches due within a test. */
    static Pace cooldown(Duration cooldown) {
      return new Pace(ofMinutes(5), cooldown);
    }
  }

  private LoadedApi(Server server, Pace pace, Function<String, Reply> answer) {
    issuer.answer(ScriptedIssuer.KEYS, answer.apply(keys.jwks()));
    this.server = server;
    container = server.container();
    issuer.answer(
        ScriptedIssuer.METADATA, Reply.json(metadata(keys.issuer(), ScriptedIssuer.KEYS)));
    callers = new Callers(container.start(app(pace)), tokens(known, TOKENS));
  }

  /** One whose issuer never answers. */
  static LoadedApi cold(Server server, Pace pace) {
    return new LoadedApi(server, pace, jwks -> Reply.silence());
  }

  /** One that has its keys. */
  static LoadedApi warm(Server server, Pace pace) {
    LoadedApi api = new LoadedApi(server, pace, Reply::json);
    await().atMost(ofSeconds(30)).until(() -> api.news.good() > 0);
    return api;
  }

  private WebApp app(Pace pace) {
    GateConfig config =
        GateConfig.builder(keys.issuer(), AUDIENCE)
            .rules("/public/** open\n/** token")
            .set(Setting.METADATA_URI, issuer.address(ScriptedIssuer.METADATA))
            .build();
    return WebApp.empty()
        .filter("api", new BearergateFilter(paced(config, pace), clock, news), Map.of())
        .servlet("/*", (request, response) -> response.getWriter().print("served"));
  }

  private static GateConfig paced(GateConfig config, Pace pace) {
    JwksRules rules = config.keys();
    return new GateConfig(
        config.enabled(),
        config.issuers(),
        config.tenants(),
        config.tokens(),
        config.sender(),
        new JwksRules(
            pace.refresh,
            rules.maxStale(),
            pace.cooldown,
            rules.connectTimeout(),
            rules.readTimeout(),
            rules.maxResponseBytes()),
        config.policy(),
        config.resource(),
        config.logout(),
        config.realm(),
        config.problemBodies(),
        config.startup(),
        config.report());
  }

  /** Metadata that name an issuer and a path of ours for its keys. */
  String metadata(String named, String path) {
    return "{\"issuer\":\"" + named + "\",\"jwks_uri\":\"" + issuer.address(path) + "\"}";
  }

  /** Serves the keys there are now. */
  void publish() {
    issuer.answer(ScriptedIssuer.KEYS, Reply.json(keys.jwks()));
  }

  /** Where tokens come from. */
  TestIssuer keys() {
    return keys;
  }

  /** The key that most callers' tokens are signed with. */
  TestKey known() {
    return known;
  }

  /** What can be broken. */
  ScriptedIssuer issuer() {
    return issuer;
  }

  /** A good key beside the known one, which rows may withdraw. */
  TestKey leaving() {
    return leaving;
  }

  Server server() {
    return server;
  }

  KeyNews news() {
    return news;
  }

  /** What the gate takes for the wall clock. */
  SettableClock clock() {
    return clock;
  }

  /** The nth good token of a key; good for days, so that a jump of the clock does not end it. */
  String token(TestKey key, int n) {
    return keys.token(
        t ->
            t.audience(AUDIENCE)
                .subject("caller-" + n)
                .claim("iat", clock.instant().minus(ofDays(2)).getEpochSecond())
                .expiringAt(clock.instant().plus(ofDays(3)))
                .signedWith(key));
  }

  /** Good tokens of a key, each another. */
  List<String> tokens(TestKey key, int size) {
    return IntStream.range(0, size).mapToObj(i -> token(key, i)).toList();
  }

  /** Who may call it. */
  Callers callers() {
    return callers;
  }

  @Override
  public void close() {
    container.stop();
    issuer.close();
    keys.close();
  }
}
