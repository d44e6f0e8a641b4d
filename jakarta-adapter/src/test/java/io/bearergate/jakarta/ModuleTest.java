package io.bearergate.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEObject;
import io.bearergate.Gate;
import jakarta.servlet.Filter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The filter as a module, with what it needs and no more. */
class ModuleTest {

  private static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void resolvesWithoutTheOptionalApis() {
    Path[] needed =
        Stream.of(
                BearergateFilter.class, Gate.class, JOSEObject.class, Caffeine.class, Filter.class)
            .map(ModuleTest::origin)
            .toArray(Path[]::new);

    Configuration resolved =
        Configuration.empty()
            .resolve(
                ModuleFinder.of(needed), ModuleFinder.ofSystem(), Set.of("io.bearergate.jakarta"));

    assertThat(resolved.findModule("io.bearergate.jakarta")).isPresent();
    assertThat(resolved.findModule("jakarta.cdi")).isEmpty();
  }
}
