package io.bearergate.contract.identity.app;

import io.bearergate.config.GateConfig;
import io.bearergate.config.Setting;
import io.bearergate.event.GateListener;
import io.bearergate.jakarta.BearergateFilter;
import io.bearergate.rejection.Rejection.Reason;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Registers a filter that counts its decisions. */
public final class Counted implements ServletContextListener, GateListener {

  static final AtomicInteger DECISIONS = new AtomicInteger();

  /** For web.xml. */
  public Counted() {}

  @Override
  public void contextInitialized(ServletContextEvent event) {
    String rules =
        """
        /staff/open/**      open
        /staff/optional/**  optional
        /staff/denied/**    deny
        /public/**          open
        /**                 token
        """;
    GateConfig config =
        GateConfig.builder(
                System.getProperty("identity.issuer"), "https://api.bearergate.test/notes")
            .set(Setting.STARTUP, "wait")
            .rules(rules)
            .build();
    BearergateFilter filter = new BearergateFilter(config, InstantSource.system(), this);
    FilterRegistration.Dynamic added = event.getServletContext().addFilter("api", filter);
    added.setAsyncSupported(true);
    added.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
  }

  @Override
  public void admitted(Duration took) {
    DECISIONS.incrementAndGet();
  }

  @Override
  public void refused(Reason reason, Duration took) {
    DECISIONS.incrementAndGet();
  }
}
