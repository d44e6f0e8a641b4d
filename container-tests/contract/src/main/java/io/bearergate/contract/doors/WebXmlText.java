package io.bearergate.contract.doors;

import io.bearergate.contract.TestApi;
import io.bearergate.jakarta.BearergateFilter;
import java.util.Map;
import java.util.stream.Collectors;

/** Parts of a web.xml. */
public final class WebXmlText {

  /** Hides the jars of the application from the server. */
  public static final String NO_FRAGMENTS = "<absolute-ordering/>";

  static final String ALL_DISPATCHERS =
      """
      <dispatcher>REQUEST</dispatcher><dispatcher>FORWARD</dispatcher><dispatcher>INCLUDE</dispatcher>
      <dispatcher>ASYNC</dispatcher><dispatcher>ERROR</dispatcher>
      """;

  private WebXmlText() {}

  /** A whole file. */
  public static String of(String... parts) {
    return start("") + String.join("\n", parts) + "</web-app>";
  }

  /** A whole file that is {@code metadata-complete}. */
  public static String complete(String... parts) {
    return start(" metadata-complete=\"true\"") + String.join("\n", parts) + "</web-app>";
  }

  private static String start(String attribute) {
    return "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"5.0\""
        + attribute
        + ">";
  }

  static String listener(Class<?> type) {
    return "<listener><listener-class>" + type.getName() + "</listener-class></listener>";
  }

  /** A servlet mapped to everything. */
  public static String servlet(Class<?> type) {
    return servlet("s", type, "/*");
  }

  /** A servlet with init-params. */
  public static String servlet(String name, Class<?> type, String pattern, String... initParams) {
    return """
        <servlet><servlet-name>%s</servlet-name><servlet-class>%s</servlet-class>%s
          <async-supported>true</async-supported></servlet>
        <servlet-mapping><servlet-name>%s</servlet-name><url-pattern>%s</url-pattern></servlet-mapping>
        """
        .formatted(name, type.getName(), String.join("", initParams), name, pattern);
  }

  static String filter(String name, Class<?> type, String parts) {
    return "<filter><filter-name>%s</filter-name><filter-class>%s</filter-class>%s</filter>"
        .formatted(name, type.getName(), parts);
  }

  static String mapping(String name, String parts) {
    return "<filter-mapping><filter-name>%s</filter-name>%s</filter-mapping>"
        .formatted(name, parts);
  }

  /** The filter as the README has it. */
  public static String gate(Map<String, String> settings) {
    String initParams =
        settings.entrySet().stream()
            .map(
                setting ->
                    "<init-param><param-name>%s</param-name><param-value>%s</param-value></init-param>"
                        .formatted(setting.getKey(), setting.getValue()))
            .collect(Collectors.joining());
    return filter(
            "api", BearergateFilter.class, "<async-supported>true</async-supported>" + initParams)
        + mapping("api", "<url-pattern>/*</url-pattern>" + ALL_DISPATCHERS);
  }

  /** All that the filter must be told. */
  public static Map<String, String> settings() {
    return Map.of(
        "issuer",
        "${sys.doors.issuer}",
        "audience",
        TestApi.AUDIENCE,
        "startup",
        "wait",
        "rules",
        "/public/** open\n/** token");
  }

  /** The same as a file. */
  public static String properties() {
    return settings().entrySet().stream()
        .map(setting -> setting.getKey() + "=" + setting.getValue().replace("\n", "\\n"))
        .collect(Collectors.joining("\n"));
  }
}
