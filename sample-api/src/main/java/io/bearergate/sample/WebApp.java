package io.bearergate.sample;

import io.bearergate.config.GateConfig;
import io.bearergate.config.Setting;
import io.bearergate.event.GateListener;
import io.bearergate.jakarta.BearergateFilter;
import io.bearergate.sample.api.BillingEndpoints;
import io.bearergate.sample.api.Endpoints;
import io.bearergate.sample.api.TransferEndpoints;
import io.bearergate.sample.api.VaultEndpoints;
import io.bearergate.sample.issuer.Fixtures;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
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
    return List.of(
        notes(issuer, clock),
        billing(issuer, clock),
        vault(issuer, clock),
        transfers(issuer, clock));
  }

  private static WebApp notes(String issuer, InstantSource clock) {
    GateConfig config = config(issuer, Endpoints.AUDIENCE, Endpoints.RULES);
    return new WebApp("/", filter(config, clock), Endpoints::addTo);
  }

  private static WebApp billing(String issuer, InstantSource clock) {
    GateConfig config = config(issuer, BillingEndpoints.AUDIENCE, BillingEndpoints.RULES);
    return new WebApp(
        BillingEndpoints.CONTEXT_PATH, filter(config, clock), BillingEndpoints::addTo);
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
