package io.bearergate;

import io.bearergate.config.GateConfig;
import io.bearergate.config.GateConfig.Startup;
import io.bearergate.keys.JwkSources;
import io.bearergate.keys.SignatureProviders;
import io.bearergate.token.TenantRules;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What a gate says when it starts, and what it waits for. */
final class GateStart {

  private static final Logger LOG = System.getLogger("io.bearergate");

  private GateStart() {}

  static void log(GateConfig config) {
    for (String danger : config.report().warnings()) { // a lambda's name would head the line
      LOG.log(Level.WARNING, danger);
    }
    if (config.enabled()) {
      LOG.log(Level.INFO, () -> "Bearergate protects by these rules:\n" + config.policy());
      config.report().settings().forEach(GateStart::log);
      config.tenants().ifPresent(GateStart::log);
      SignatureProviders.describe(GateStart::log);
    }
  }

  private static void log(String line) {
    LOG.log(Level.INFO, line);
  }

  private static void log(TenantRules tenants) {
    LOG.log(
        Level.INFO,
        "Issuers that no setting names are asked of the application''s IssuerResolver: at most {0} are kept,"
            + " {1} s each",
        tenants.most(),
        tenants.lifetime().toSeconds());
  }

  static void awaitKeys(Startup startup, JwkSources keys) {
    if (startup.mode() == Startup.Mode.LAZY || keys.awaitKeys(startup.timeout())) {
      return;
    }
    if (startup.mode() == Startup.Mode.FAIL) {
      String failure =
          "startup=fail, and the issuer's keys could not be had within "
              + startup.timeout().toSeconds()
              + "s; the log names the issuer";
      LOG.log(Level.ERROR, failure); // Tomcat shows the exception in a file of its own only
      throw new IllegalStateException(failure);
    }
  }
}
