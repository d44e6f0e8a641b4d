package io.bearergate.jakarta;

import io.bearergate.config.ConfigException;
import io.bearergate.config.ConfigSource;
import io.bearergate.config.ConfigSources;
import io.bearergate.config.GateConfig;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The settings of a filter declared in web.xml: its init-params, and whatever else may speak of it.
 */
final class InitParams {

  private static final System.Logger LOG = System.getLogger("io.bearergate.jakarta");

  private InitParams() {}

  static GateConfig settings(FilterConfig filter) {
    Map<String, String> values =
        Collections.list(filter.getInitParameterNames()).stream()
            .collect(Collectors.toMap(Function.identity(), filter::getInitParameter));
    try {
      return GateConfig.from(
          ConfigSources.of(
              filter.getFilterName(),
              classLoader(filter.getServletContext()),
              ConfigSource.initParams(filter.getFilterName(), values)));
    } catch (ConfigException e) {
      LOG.log(Level.ERROR, e.getMessage()); // Tomcat shows the exception in a file of its own only
      throw e;
    }
  }

  /** The application's; an embedded container may have none of its own for it. */
  private static ClassLoader classLoader(ServletContext context) {
    ClassLoader application = context.getClassLoader();
    return application != null ? application : InitParams.class.getClassLoader();
  }
}
