package io.bearergate.jakarta;

import io.bearergate.config.GateConfig;
import io.bearergate.config.Setting;
import jakarta.servlet.FilterConfig;
import java.util.Collections;
import java.util.Locale;

/** Stand-in until settings are read from every source. */
final class FilterSettings {

  private FilterSettings() {}

  static GateConfig read(FilterConfig filter) {
    GateConfig.Builder builder =
        GateConfig.builder(filter.getInitParameter("issuer"), filter.getInitParameter("audience"));
    Collections.list(filter.getInitParameterNames())
        .forEach(
            name ->
                builder.set(
                    Setting.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')),
                    filter.getInitParameter(name)));
    return builder.build();
  }
}
