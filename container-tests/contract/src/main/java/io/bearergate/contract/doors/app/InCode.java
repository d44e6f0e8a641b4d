package io.bearergate.contract.doors.app;

import io.bearergate.config.GateConfig;
import io.bearergate.config.Setting;
import io.bearergate.jakarta.BearergateFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.EnumSet;

/** Registers the filter in code. */
public final class InCode implements ServletContextListener {

  /** For web.xml. */
  public InCode() {}

  @Override
  public void contextInitialized(ServletContextEvent event) {
    GateConfig config =
        GateConfig.builder(System.getProperty("doors.issuer"), "https://api.bearergate.test/notes")
            .set(Setting.STARTUP, "wait")
            .build();
    FilterRegistration.Dynamic filter =
        event.getServletContext().addFilter("api", new BearergateFilter(config));
    filter.setAsyncSupported(true);
    filter.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
  }
}
