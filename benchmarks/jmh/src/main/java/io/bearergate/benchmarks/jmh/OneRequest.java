package io.bearergate.benchmarks.jmh;

import io.bearergate.Decision;
import io.bearergate.Gate;
import io.bearergate.config.GateConfig;
import io.bearergate.config.GateConfigBuilder;
import io.bearergate.http.Credentials;
import io.bearergate.jakarta.BearergateFilter;
import io.bearergate.jakarta.BearergatePrincipal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a request costs with a token seen before and with one never seen: up to the verified token,
 * up to the decision, and the whole filter.
 */
@State(Scope.Thread)
public class OneRequest {

  private static final String RULES =
      """
      /public/**            open
      GET  /api/orders/**    scope read:orders
      POST /api/orders/**    scope write:orders
      /api/admin/**          role admin
      /**                    token""";
  private static final String PATH = "/api/orders/4711";
  private static final int HEADERS = 100;

  /** Whether the token repeats. */
  public enum Token {
    SEEN,
    UNSEEN
  }

  @Param public Token token;

  private List<String> headers;
  private BearergateVerifier verifier;
  private Gate gate;
  private BearergateFilter filter;
  private FilterChain chain;
  private Object served;
  private int next;

  @Setup
  public void open() {
    Mint mint = Mint.of("RS256");
    boolean seen = token == Token.SEEN;
    headers = seen ? copies(mint.token(0)) : distinct(mint);
    GateConfigBuilder settings =
        seen ? BearergateVerifier.settings(mint) : BearergateVerifier.forgetfulSettings(mint);
    GateConfig config = settings.rules(RULES).build();
    gate = Gate.open(config);
    verifier = new BearergateVerifier(gate.tokenVerifier());
    filter = new BearergateFilter(config);
    filter.init(new MinimalContext());
    chain = (request, response) -> served = ((HttpServletRequest) request).getUserPrincipal();
  }

  /** As a container hands them over: equal, and never the same object twice in a row. */
  private static List<String> copies(String token) {
    return IntStream.range(0, HEADERS).mapToObj(i -> "Bearer " + token).toList();
  }

  private static List<String> distinct(Mint mint) {
    return mint.tokens(HEADERS).stream().map("Bearer "::concat).toList();
  }

  @TearDown
  public void close() {
    gate.close();
    filter.destroy();
  }

  @Benchmark
  public Object toVerifiedToken() {
    Credentials named = Credentials.named(new HeaderView(PATH, nextHeader()));
    return verifier.verify((Credentials.Presented) named);
  }

  @Benchmark
  public Object toDecision() {
    if (gate.decide(new HeaderView(PATH, nextHeader())) instanceof Decision.Admit admit) {
      return admit;
    }
    throw new IllegalStateException("a good request was refused");
  }

  @Benchmark
  public Object throughFilter() throws Exception {
    served = null;
    filter.doFilter(new MinimalRequest(PATH, nextHeader()), new MinimalResponse(), chain);
    if (served instanceof BearergatePrincipal) {
      return served;
    }
    throw new IllegalStateException("a good request was refused");
  }

  private String nextHeader() {
    next = (next + 1) % HEADERS;
    return headers.get(next);
  }
}
