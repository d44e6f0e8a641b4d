package io.bearergate.jakarta.spring;

import io.bearergate.config.ConfigException;
import io.bearergate.config.GateConfig;
import io.bearergate.jakarta.BearergateFilter;
import jakarta.servlet.DispatcherType;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Registers the {@link BearergateFilter} of a Spring Boot application, 3.5 or 4, before all other
 * filters, for all paths and dispatcher types. Its settings are {@code bearergate.…} of {@code
 * application.properties} and all else that is read of a filter named {@code api}; where nothing
 * names an issuer, the application does not start. Nor does a reactive one, which has no servlet
 * filters. For Spring Boot to call.
 */
@AutoConfiguration
public final class BearergateAutoConfiguration {

  private static final System.Logger LOG = System.getLogger("io.bearergate.jakarta");

  /** For Spring Boot. */
  public BearergateAutoConfiguration() {}

  /** Apart, since no class of it may be loaded where there is no servlet API. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
  static final class OfServlets {

    @Bean
    FilterRegistrationBean<BearergateFilter> bearergateRegistration(
        ApplicationContext application, ConfigurableEnvironment environment) {
      SpringSettings settings = SpringSettings.of(environment);
      Optional<BearergateFilter> filter = new ApplicationFilter(application, settings).toRegister();
      FilterRegistrationBean<BearergateFilter> registration =
          new FilterRegistrationBean<>(filter.orElseGet(BearergateFilter::new));
      registration.setEnabled(filter.isPresent());
      registration.setName(ApplicationFilter.NAME);
      registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
      registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
      warnOfManagementPort(environment);
      return registration;
    }

    private static void warnOfManagementPort(ConfigurableEnvironment environment) {
      String port = environment.getProperty("management.server.port", "-1");
      if (!port.equals("-1") && !port.equals(environment.getProperty("server.port", "8080"))) {
        LOG.log(
            Level.WARNING,
            "management.server.port="
                + port
                + " is a server of its own, which no filter of the application stands before:"
                + " let nobody reach it, or remove the setting");
      }
    }
  }

  /** Requests of such an application meet no servlet filter. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
  static final class OfReactive {

    /** Of a kind that is made before all others, and made although nobody asks for it. */
    @Bean
    static BeanFactoryPostProcessor bearergateRefusal(ConfigurableEnvironment environment) {
      SpringSettings settings = SpringSettings.of(environment);
      if (!isSwitchedOff(settings)) {
        throw new RefusedStart(
            "this application is reactive (WebFlux), and a servlet filter protects none of it."
                + " Use spring-boot-starter-web, or remove the jar."
                + "\nTo let everything through, which is unsafe: bearergate.enabled=false");
      }
      LOG.log(Level.WARNING, "enabled=false: NOTHING IS PROTECTED");
      return factory -> {};
    }

    private static boolean isSwitchedOff(SpringSettings settings) {
      try {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        return !GateConfig.from(ApplicationFilter.sources(application, settings)).enabled();
      } catch (ConfigException e) {
        return false;
      }
    }
  }
}
