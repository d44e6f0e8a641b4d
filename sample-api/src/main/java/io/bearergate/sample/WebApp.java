package io.bearergate.sample;

import io.bearergate.config.GateConfig;
import io.bearergate.config.Setting;
import io.bearergate.event.GateListener;
import io.bearergate.jakarta.BearergateFilter;
import io.bearergate.sample.api.BillingEndpoints;
import io.bearergate.sample.api.Endpoints;
import io.bearergate.sample.api.FreshEndpoints;
import io.bearergate.sample.api.PopEndpoints;
import io.bearergate.sample.api.TransferEndpoints;
import io.bearergate.sample.api.VaultEndpoints;
import io.bearergate.sample.bff.SpaBackend;
import io.bearergate.sample.issuer.Fixtures;
import io.bearergate.sample.mcp.McpEndpoints;
import io.bearergate.sample.playground.Playground;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * One API as a web application of its own.
 *
 * @param filter what stands before every endpoint, for every dispatch
 */
record WebApp(String contextPath, Filter filter, Consumer<ServletContext> endpoints) {

  /** Every API of the sample, for tokens of {@code issuer}. */
  static List<WebApp> all(String issuer, InstantSource clock) {
    return all(issuer, Endpoints.AUDIENCE, clock);
  }

  /** Every API of the sample, where the notes API goes by another name. */
  static List<WebApp> all(String issuer, String audience, InstantSource clock) {
    GateConfig config = config(issuer, audience, Endpoints.RULES);
    return beside(new WebApp("/", filter(config, clock), Endpoints::addTo), issuer, clock);
  }

  /** The same with the playground at the root, which needs no token. */
  static List<WebApp> all(String issuer, InstantSource clock, Playground playground) {
    GateConfig config = config(issuer, Endpoints.AUDIENCE, Playground.RULES + Endpoints.RULES);
    Consumer<ServletContext> notes = Endpoints::addTo;
    WebApp root = new WebApp("/", filter(config, clock), notes.andThen(playground::addTo));
    return beside(root, issuer, clock);
  }

  private static List<WebApp> beside(WebApp root, String issuer, InstantSource clock) {
    return List.of(
        root,
        billing(issuer, clock),
        vault(issuer, clock),
        transfers(issuer, clock),
        pop(issuer, clock),
        nonce(issuer, clock),
        fresh(issuer, clock));
  }

  /**
   * The MCP server, which tells clients who issues its tokens (RFC 9728).
   *
   * @param contextPath empty for the root application, or that of {@code resource}
   * @param resource its address, and the audience of tokens for it
   */
  static WebApp mcp(String contextPath, URI resource, String issuer, InstantSource clock) {
    GateConfig config =
        GateConfig.builder(issuer, resource.toString())
            .rules(McpEndpoints.RULES)
            .set(Setting.LEEWAY, "30s")
            .set(Setting.RESOURCE_METADATA, "on")
            .build();
    return new WebApp(
        contextPath, filter(config, clock), context -> McpEndpoints.addTo(context, resource));
  }

  static WebApp of(SpaBackend backend) {
    return new WebApp("/", backend.guard(), backend::addTo);
  }

  /** One that browsers come back to, with nothing to be kept from anybody. */
  static WebApp of(ReturnPage page) {
    return new WebApp(
        "/", (request, response, chain) -> chain.doFilter(request, response), page::addTo);
  }

  private static WebApp billing(String issuer, InstantSource clock) {
    GateConfig config = config(issuer, BillingEndpoints.AUDIENCE, BillingEndpoints.RULES);
    return new WebApp(
        BillingEndpoints.CONTEXT_PATH, filter(config, clock), BillingEndpoints::addTo);
  }

  private static WebApp pop(String issuer, InstantSource clock) {
    GateConfig config = config(issuer, PopEndpoints.AUDIENCE, PopEndpoints.RULES);
    return new WebApp(PopEndpoints.CONTEXT_PATH, filter(config, clock), PopEndpoints::addTo);
  }

  private static WebApp nonce(String issuer, InstantSource clock) {
    GateConfig config =
        GateConfig.builder(issuer, PopEndpoints.AUDIENCE)
            .rules(PopEndpoints.RULES)
            .set(Setting.LEEWAY, "30s")
            .set(Setting.DPOP_NONCE, "on")
            .build();
    return new WebApp(PopEndpoints.NONCE_CONTEXT_PATH, filter(config, clock), PopEndpoints::addTo);
  }

  private static WebApp fresh(String issuer, InstantSource clock) {
    GateConfig config = config(issuer, FreshEndpoints.AUDIENCE, FreshEndpoints.RULES);
    return new WebApp(FreshEndpoints.CONTEXT_PATH, filter(config, clock), FreshEndpoints::addTo);
  }

  private static WebApp vault(String issuer, InstantSource clock) {
    GateConfig config =
        GateConfig.builder(issuer, VaultEndpoints.AUDIENCE)
            .rules(VaultEndpoints.RULES)
            .set(Setting.LEEWAY, "30s")
            .set(Setting.DECRYPTION_KEYS, Fixtures.decryptionKeys(VaultEndpoints.AUDIENCE))
            .build();
    return new WebApp(VaultEndpoints.CONTEXT_PATH, filter(config, clock), VaultEndpoints::addTo);
  }

  private static WebApp transfers(String issuer, InstantSource clock) {
    GateConfig config = config(issuer, TransferEndpoints.AUDIENCE, TransferEndpoints.RULES);
    return new WebApp(
        TransferEndpoints.CONTEXT_PATH, filter(config, clock), TransferEndpoints::addTo);
  }

  private static GateConfig config(String issuer, String audience, String rules) {
    return GateConfig.builder(issuer, audience).rules(rules).set(Setting.LEEWAY, "30s").build();
  }

  private static Filter filter(GateConfig config, InstantSource clock) {
    return new BearergateFilter(config, clock, GateListener.NONE);
  }
}
