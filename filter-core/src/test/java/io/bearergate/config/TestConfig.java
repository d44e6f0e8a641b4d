package io.bearergate.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings that hold, for a filter named api; tests then make the one change that matters. */
final class TestConfig {

  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Map<String, String> properties = new LinkedHashMap<>();
  private final Map<String, String> initParams = new LinkedHashMap<>();
  private final Map<String, String> annotation = new LinkedHashMap<>();
  private final Map<String, String> resources = new LinkedHashMap<>();
  private final Map<String, String> webFiles = new LinkedHashMap<>();
  private String filterName = "api";

  /** Nothing but what has no default. */
  static TestConfig valid() {
    return empty().initParam("issuer", "https://issuer.example.com/").initParam("audience", "api");
  }

  static TestConfig empty() {
    return new TestConfig();
  }

  TestConfig filterName(String name) {
    filterName = name;
    return this;
  }

  TestConfig env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  TestConfig sys(String name, String value) {
    properties.put(name, value);
    return this;
  }

  TestConfig initParam(String key, String value) {
    initParams.put(key, value);
    return this;
  }

  TestConfig without(String key) {
    initParams.remove(key);
    return this;
  }

  TestConfig annotation(String key, String value) {
    annotation.put(key, value);
    return this;
  }

  TestConfig resource(String name, String text) {
    resources.put(name, text);
    return this;
  }

  TestConfig file(String... lines) {
    return resource("bearergate.properties", String.join("\n", lines));
  }

  TestConfig webFile(String path, String text) {
    webFiles.put(path, text);
    return this;
  }

  GateConfig read() {
    return GateConfig.from(
        ConfigSources.of(
                filterName,
                new Resources(resources),
                new Surroundings(environment, properties),
                ConfigSource.initParams(filterName, initParams),
                ConfigSource.of("@ProtectedApi", annotation))
            .withFiles(path -> opened(webFiles.get(path))));
  }

  private static InputStream opened(String text) {
    return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The lines of the message; empty when all is well. */
  String problems() {
    ConfigException thrown = catchThrowableOfType(ConfigException.class, this::read);
    return thrown == null ? "" : thrown.getMessage();
  }

  /** The message without its head and the padding behind keys. */
  String problem() {
    return String.join(
        "\n", Arrays.stream(problems().split("\n")).skip(1).map(TestConfig::squeezed).toList());
  }

  private static String squeezed(String line) {
    return line.strip().replaceFirst(" {3,}", " ");
  }

  /** A class loader that has nothing but texts. */
  private static final class Resources extends ClassLoader {
    private final Map<String, String> texts;

    Resources(Map<String, String> texts) {
      super(null);
      this.texts = texts;
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      return opened(texts.get(name));
    }
  }
}
