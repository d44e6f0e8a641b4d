package io.bearergate.config;

import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The environment and the system properties, which every application of the JVM shares.
 *
 * @param environment by name
 * @param properties by name
 */
record Surroundings(Map<String, String> environment, Map<String, String> properties) {

  Surroundings {
    environment = Map.copyOf(environment);
    properties = Map.copyOf(properties);
  }

  /** Those of this process, as they are now. */
  static Surroundings ofThisProcess() {
    return new Surroundings(System.getenv(), texts(System.getProperties()));
  }

  static Map<String, String> texts(Properties properties) {
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, name -> properties.getProperty(name, "")));
  }
}
