package io.bearergate.benchmarks.http.server;

import io.bearergate.config.GateConfig;
import io.bearergate.config.GateConfigBuilder;
import io.bearergate.config.Setting;
import io.bearergate.jakarta.BearergateFilter;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;

/** Bearergate with its defaults: nothing is set but the issuer, the audience, one rule and keys. */
record BearergateProtection(Keys keys) implements Protection {

  /** Where the keys come from. */
  enum Keys {
    LOCAL,
    JWKS_URI,
    DISCOVERED
  }

  @Override
  public void guard(ServletContextHandler context, TrustedIssuer issuer) {
    GateConfigBuilder config =
        GateConfig.builder(issuer.url(), TrustedIssuer.AUDIENCE)
            .rules("/** scope " + TrustedIssuer.SCOPE);
    if (keys == Keys.LOCAL) {
      config.set(Setting.JWKS, issuer.jwks());
    } else if (keys == Keys.JWKS_URI) {
      config.set(Setting.JWKS_URI, issuer.jwksUri());
    }
    context.addFilter(
        new FilterHolder(new BearergateFilter(config.build())),
        "/*",
        EnumSet.allOf(DispatcherType.class));
  }
}
