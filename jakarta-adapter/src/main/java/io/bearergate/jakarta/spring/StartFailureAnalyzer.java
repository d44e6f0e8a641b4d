package io.bearergate.jakarta.spring;

import io.bearergate.config.ConfigException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Has Spring Boot print what is wrong with the settings, and no stack trace. For Spring Boot to
 * call.
 */
public final class StartFailureAnalyzer implements FailureAnalyzer {

  private static final String ACTION =
      "Mend the above. In application.properties every setting begins with \"bearergate.\", as in"
          + " bearergate.issuer=https://… (docs/spring-boot.md)";

  /** For Spring Boot. */
  public StartFailureAnalyzer() {}

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConfigException || cause instanceof RefusedStart) {
        return new FailureAnalysis(cause.getMessage(), ACTION, cause);
      }
    }
    return null;
  }
}
