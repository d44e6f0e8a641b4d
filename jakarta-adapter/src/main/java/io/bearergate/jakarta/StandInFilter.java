package io.bearergate.jakarta;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/**
 * Stands in for the {@link BearergateFilter} that an application has not declared, and stands aside
 * once it starts and finds that there is one. {@link BearergateInitializer} and the web fragment
 * register it as {@code bearergate}; nobody else need name it. Thread-safe.
 */
public final class StandInFilter implements Filter {

  static final String NAME = "bearergate";

  private final BearergateFilter filter = new BearergateFilter();
  private volatile boolean aside;

  /** For the server. */
  public StandInFilter() {}

  /**
   * {@inheritDoc}
   *
   * @throws io.bearergate.config.ConfigException if the application declares no filter and the
   *     settings will not do, as where none names an issuer
   */
  @Override
  public void init(FilterConfig config) {
    aside = !DeclaredFilters.of(config.getServletContext()).isEmpty();
    if (!aside) {
      filter.init(config);
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (aside) {
      chain.doFilter(request, response);
    } else {
      filter.doFilter(request, response, chain);
    }
  }

  @Override
  public void destroy() {
    filter.destroy();
  }
}
