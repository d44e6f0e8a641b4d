package io.bearergate.faults;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.bearergate.test.TestKey;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One way for an issuer to fail.
 *
 * @param fetches whether the gate can use what it gets all the same
 * @param begin breaks a running API's issuer
 */
record Fault(String name, Fetches fetches, Consumer<LoadedApi> begin) {

  /** What becomes of fetches. */
  enum Fetches {
    SUCCEED,
    FAIL
  }

  /** Whose key no issuer means to publish; wherever a fault can smuggle it in, it does. */
  static final TestKey STRANGER = TestKey.generate("ES256", "stranger");

  private static final long FIFTY_MEGABYTES = 50_000_000;
  private static final String STRANGERS = "/strangers";

  /** Every fault that is an answer, or the lack of one. */
  static Stream<Fault> all() {
    return Stream.of(silences(), refusals(), nonsense(), oddSets(), detours(), clocks())
        .flatMap(part -> part);
  }

  private static Stream<Fault> silences() {
    return Stream.of(
        good("normal answers", api -> keysOf(api)),
        bad("5 s slow", api -> Reply.json(keysOf(api)).after(Duration.ofSeconds(5))),
        bad("hanging", api -> Reply.silence()),
        bad("dripping body", api -> Reply.drippingBody()),
        bad("dripping headers", api -> Reply.drippingHeaders()),
        bad("connection reset", api -> Reply.reset()),
        new Fault("connection refused", Fetches.FAIL, api -> api.issuer().stop()));
  }

  private static Stream<Fault> refusals() {
    return Stream.of(
        bad("500", api -> Reply.status("500 Internal Server Error")),
        bad("503", api -> Reply.status("503 Service Unavailable")),
        bad("429, Retry-After", api -> Reply.status("429 Too Many Requests", "Retry-After: 2")),
        bad("404", api -> Reply.status("404 Not Found")));
  }

  private static Stream<Fault> nonsense() {
    return Stream.of(
        bad("HTML", api -> Reply.of("200 OK", "text/html", "<html><body>Sorry</body></html>")),
        bad("garbage", api -> Reply.of("200 OK", "application/json", "\u0000{]\u00ff".repeat(99))),
        bad("50 MB", api -> Reply.endless(keysOf(api), FIFTY_MEGABYTES)),
        bad("gzip bomb", api -> Reply.gzipBomb(keysOf(api), FIFTY_MEGABYTES)));
  }

  private static Stream<Fault> oddSets() {
    Map<String, Object> odd = Map.of("kty", "AKP", "kid", "key-1", "alg", "ML-DSA-65");
    return Stream.of(
        bad("empty set", api -> Reply.json("{\"keys\":[]}")),
        bad("all keys unusable", api -> Reply.json("{\"keys\":[" + json(odd) + "]}")),
        good("unknown kty among good keys", api -> with(odd, api)),
        good("duplicate kids", api -> with(TestKey.generate("RS256", "key-1").publicJwk(), api)),
        good("private key in the set", api -> with(privateJwk(STRANGER), api)));
  }

  private static Stream<Fault> detours() {
    return Stream.of(
        bad("redirect loop", api -> Reply.redirect(api.issuer().address(ScriptedIssuer.KEYS))),
        bad("redirect to another origin", Fault::redirectToStranger),
        new Fault("metadata of another issuer", Fetches.FAIL, Fault::impersonate));
  }

  private static Stream<Fault> clocks() {
    return Stream.of(
        new Fault("503, clock a day ahead", Fetches.FAIL, api -> jump(api, Duration.ofDays(1))),
        new Fault("503, clock a day back", Fetches.FAIL, api -> jump(api, Duration.ofDays(-1))));
  }

  private static Fault good(String name, Function<LoadedApi, String> jwks) {
    return new Fault(name, Fetches.SUCCEED, api -> breakKeys(api, Reply.json(jwks.apply(api))));
  }

  private static Fault bad(String name, Function<LoadedApi, Reply> reply) {
    return new Fault(name, Fetches.FAIL, api -> breakKeys(api, reply.apply(api)));
  }

  private static void breakKeys(LoadedApi api, Reply reply) {
    api.issuer().answer(ScriptedIssuer.KEYS, reply);
  }

  private static String keysOf(LoadedApi api) {
    return api.keys().jwks();
  }

  /** The good set, with one more in front of it. */
  private static String with(Map<String, Object> jwk, LoadedApi api) {
    return keysOf(api).replaceFirst("\\[", "[" + json(jwk) + ",");
  }

  private static String json(Map<String, Object> jwk) {
    return JSONObjectUtils.toJSONString(jwk);
  }

  private static Map<String, Object> privateJwk(TestKey key) {
    Map<String, Object> jwk = new TreeMap<>(key.publicJwk());
    ECPrivateKey secret = (ECPrivateKey) key.pair().getPrivate();
    jwk.put("d", Base64URL.encode(secret.getS()).toString());
    return jwk;
  }

  private static Reply redirectToStranger(LoadedApi api) {
    publishStranger(api);
    return Reply.redirect(api.issuer().address(STRANGERS).replace("127.0.0.1", "localhost"));
  }

  /** The keys fail too, or nobody would read the metadata again. */
  private static void impersonate(LoadedApi api) {
    publishStranger(api);
    String metadata = api.metadata("https://stranger.example/", STRANGERS);
    api.issuer().answer(ScriptedIssuer.METADATA, Reply.json(metadata));
    breakKeys(api, Reply.status("500 Internal Server Error"));
  }

  private static void publishStranger(LoadedApi api) {
    List<Map<String, Object>> keys = List.of(STRANGER.publicJwk());
    String set = JSONObjectUtils.toJSONString(Map.of("keys", keys));
    api.issuer().answer(STRANGERS, Reply.json(set));
  }

  private static void jump(LoadedApi api, Duration by) {
    breakKeys(api, Reply.status("503 Service Unavailable"));
    api.clock().advance(by);
  }

  @Override
  public String toString() {
    return name;
  }
}
