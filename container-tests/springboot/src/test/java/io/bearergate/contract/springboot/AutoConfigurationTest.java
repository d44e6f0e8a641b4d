package io.bearergate.contract.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearergate.config.ConfigException;
import io.bearergate.config.GateConfig;
import io.bearergate.config.Setting;
import io.bearergate.contract.CapturedLog;
import io.bearergate.contract.WebApp;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawConnection;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.event.GateListener;
import io.bearergate.jakarta.BearergateFilter;
import io.bearergate.jakarta.ProtectedApi;
import io.bearergate.jakarta.RequiresRole;
import io.bearergate.jakarta.RequiresScope;
import io.bearergate.test.TestIssuer;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** An application with the jar in it is protected by Spring Boot itself, or it does not start. */
class AutoConfigurationTest {

  private static final String AUDIENCE = "https://api.bearergate.test/notes";

  private final TestIssuer issuer = TestIssuer.start();
  private final CapturedLog log = CapturedLog.start();
  private @Nullable ConfigurableApplicationContext running;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Shop {}

  @ProtectedApi(issuer = "https://a.example.com/", audience = "a")
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class AnnotatedShop {}

  @BeforeAll
  static void silenceOthers() {
    SpringBootContainer.silenceOthers();
  }

  @AfterEach
  void stop() {
    if (running != null) {
      running.close();
    }
    issuer.close();
    log.close();
  }

  private Map<String, Object> settings() {
    return new HashMap<>(
        Map.of(
            "bearergate.issuer", issuer.issuer(),
            "bearergate.audience", AUDIENCE,
            "bearergate.startup", "wait",
            "bearergate.rules[0]", "/public/** open",
            "bearergate.rules[1]", "/** token"));
  }

  private Map<String, Object> settingsWith(String key, Object value) {
    Map<String, Object> settings = settings();
    settings.put(key, value);
    return settings;
  }

  private GateConfig inCode() {
    return GateConfig.builder(issuer.issuer(), AUDIENCE).set(Setting.STARTUP, "wait").build();
  }

  private static SpringApplicationBuilder application(
      Class<?> type, WebApplicationType kind, Map<String, Object> settings) {
    Map<String, Object> properties = new HashMap<>(settings);
    properties.put("server.address", "127.0.0.1");
    properties.put("server.port", 0);
    return new SpringApplicationBuilder(type)
        .web(kind)
        .bannerMode(Banner.Mode.OFF)
        .registerShutdownHook(false)
        .logStartupInfo(false)
        .lazyInitialization(true) // what must not wait must say so
        .properties(properties);
  }

  private void start(
      Map<String, Object> settings,
      ApplicationContextInitializer<GenericApplicationContext> beans) {
    running =
        application(Shop.class, WebApplicationType.SERVLET, settings)
            .initializers(
                context -> {
                  GenericApplicationContext application = (GenericApplicationContext) context;
                  application.registerBean(
                      "echo", ServletRegistrationBean.class, AutoConfigurationTest::echo);
                  beans.initialize(application);
                })
            .run();
  }

  private void start(Map<String, Object> settings) {
    start(settings, context -> {});
  }

  private static ServletRegistrationBean<HttpServlet> echo() {
    WebApp app =
        WebApp.empty()
            .servlet(
                "",
                (request, response) ->
                    response.getWriter().println("user=" + request.getRemoteUser()));
    return new ServletRegistrationBean<>(app.servlets().get(0).servlet(), "/notes/*", "/public/*");
  }

  private Answer get(String path) {
    return exchange(RawRequest.get(path));
  }

  private Answer withToken(String path) {
    return exchange(RawRequest.get(path).bearer(issuer.token(t -> t.audience(AUDIENCE))));
  }

  private Answer exchange(RawRequest request) {
    String port = running == null ? "" : running.getEnvironment().getProperty("local.server.port");
    return RawConnection.exchange(URI.create("http://127.0.0.1:" + port), request);
  }

  private void isProtected() {
    assertThat(get("/notes/1").status()).isEqualTo(401);
    assertThat(get("/nowhere").status()).isEqualTo(401);
    assertThat(withToken("/notes/1").told("user")).isEqualTo("alice");
  }

  private void doesNotStart(Map<String, Object> settings, String... messages) {
    doesNotStart(settings, context -> {}, messages);
  }

  private void doesNotStart(
      Map<String, Object> settings,
      ApplicationContextInitializer<GenericApplicationContext> beans,
      String... messages) {
    assertThatThrownBy(() -> start(settings, beans))
        .rootCause()
        .hasMessageContaining("Bearergate cannot start")
        .hasMessageContainingAll(messages);
  }

  @Test
  void protectsByApplicationPropertiesAlone() {
    start(settings());

    isProtected();
    assertThat(get("/public/1").told("user")).isEqualTo("null");
    assertThat(log.text())
        .contains("issuer = " + issuer.issuer() + " (defaultProperties (Spring))")
        .contains("INFO Filter \"api\" of the root context is mapped to /*\n")
        .containsOnlyOnce("protects by these rules");
  }

  @Test
  void doesNotStartWhereNothingNamesAnIssuer() {
    doesNotStart(
        Map.of(),
        "Set it to the iss of the tokens: issuer=https://…",
        "To let everything through, which is unsafe: enabled=false",
        "bearergate.issuer in application.properties (Spring)");
  }

  @Test
  void tellsSpringBootWhatToPrintInPlaceOfAStackTrace() {
    assertThatThrownBy(() -> start(Map.of()))
        .satisfies(
            failure ->
                assertThat(analyses(failure))
                    .singleElement()
                    .satisfies(
                        analysis -> {
                          assertThat(analysis.getCause()).isInstanceOf(ConfigException.class);
                          assertThat(analysis.getDescription()).contains("issuer     is missing");
                          assertThat(analysis.getAction()).contains("as in bearergate.issuer=");
                        }));
  }

  /** As Spring Boot makes them, by every analyzer that needs no application. */
  private static List<FailureAnalysis> analyses(Throwable failure) {
    return SpringFactoriesLoader.forDefaultResourceLocation()
        .load(FailureAnalyzer.class, (type, name, needsMore) -> {})
        .stream()
        .map(analyzer -> analyzer.analyze(failure))
        .filter(Objects::nonNull)
        .toList();
  }

  @Test
  void startsUnprotectedWithAWarningWhenToldSo() {
    start(Map.of("bearergate.enabled", false));

    assertThat(get("/notes/1").status()).isEqualTo(200);
    assertThat(log.text()).contains("WARNING enabled=false").contains("NOTHING IS PROTECTED");
  }

  @Test
  void doesNotStartWithAnUnknownSetting() {
    doesNotStart(
        settingsWith("bearergate.jwksUri", "https://a.example.com/"),
        "jwksUri   (defaultProperties (Spring)) is not a setting. Did you mean jwks-uri?");
  }

  @Test
  void hidesSecrets() {
    Map<String, Object> settings = settingsWith("bearergate.trust-store", "nowhere.p12");
    settings.put("bearergate.trust-store-password", "xyzzy");

    assertThatThrownBy(() -> start(settings))
        .rootCause()
        .hasMessageContaining("trust-store")
        .hasMessageNotContaining("xyzzy");
    assertThat(log.text()).doesNotContain("xyzzy");
  }

  @Test
  void letsASystemPropertyOfThisFilterCountBeforeSprings() {
    System.setProperty("bearergate.api.rules", "/** deny");
    try {
      start(settings());

      assertThat(withToken("/notes/1").status()).isEqualTo(403);
    } finally {
      System.clearProperty("bearergate.api.rules");
    }
  }

  @Test
  void doesNotStartWhereOneForEveryFilterWouldReplaceSprings() {
    System.setProperty("bearergate.rules", "/** open");
    try {
      doesNotStart(
          settings(),
          "is for every filter of this JVM and would replace",
          "For this filter alone, write -Dbearergate.api.rules");
    } finally {
      System.clearProperty("bearergate.rules");
    }
  }

  @Test
  void standsBeforeTheFiltersOfSprings() {
    List<String> met = new CopyOnWriteArrayList<>();
    Filter inner =
        (request, response, chain) -> {
          met.add(String.valueOf(((HttpServletRequest) request).getRemoteUser()));
          chain.doFilter(request, response);
        };
    start(settings(), context -> context.registerBean("inner", Filter.class, () -> inner));

    isProtected();
    assertThat(met).containsExactly("alice");
  }

  @Test
  void letsTheFiltersOfTheApplicationComeFirstAtTheSamePlace() {
    FilterRegistrationBean<Filter> cors =
        new FilterRegistrationBean<>(
            (request, response, chain) -> {
              ((HttpServletResponse) response).setHeader("Cors", "yes");
              chain.doFilter(request, response);
            });
    cors.setOrder(Ordered.HIGHEST_PRECEDENCE);
    start(
        settings(),
        context -> context.registerBean("cors", FilterRegistrationBean.class, () -> cors));

    Answer refusal = get("/notes/1");
    assertThat(refusal.status()).isEqualTo(401);
    assertThat(refusal.header("Cors")).isEqualTo("yes");
  }

  @Test
  void usesTheConfigBeanAndTheListenerOfTheApplication() {
    List<Duration> admitted = new CopyOnWriteArrayList<>();
    GateListener listener =
        new GateListener() {
          @Override
          public void admitted(Duration took) {
            admitted.add(took);
          }
        };
    start(
        Map.of(),
        context -> {
          context.registerBean(GateConfig.class, this::inCode);
          context.registerBean(GateListener.class, () -> listener);
        });

    isProtected();
    assertThat(admitted).hasSize(1);
  }

  @Test
  void registersTheFilterBeanOfTheApplicationForAllDispatches() {
    start(
        Map.of(),
        context ->
            context.registerBean(BearergateFilter.class, () -> new BearergateFilter(inCode())));

    isProtected();
    assertThat(withToken("/nowhere").status()).isEqualTo(404);
    assertThat(log.text()).containsOnlyOnce("protects by these rules");
  }

  @Test
  void leavesTheRegistrationOfTheApplicationAlone() {
    start(Map.of(), context -> registerItself(context, true));

    assertThat(get("/notes/1").status()).isEqualTo(401);
    assertThat(get("/public/1").status()).isEqualTo(200);
    assertThat(log.text()).containsOnlyOnce("protects by these rules");
  }

  @Test
  void countsNoRegistrationThatIsSwitchedOff() {
    doesNotStart(Map.of(), context -> registerItself(context, false), "issuer");
  }

  private void registerItself(GenericApplicationContext context, boolean enabled) {
    FilterRegistrationBean<Filter> own =
        new FilterRegistrationBean<>(new BearergateFilter(inCode()));
    own.addUrlPatterns("/notes/*");
    own.setEnabled(enabled);
    context.registerBean("own", FilterRegistrationBean.class, () -> own);
  }

  @Test
  void doesNotStartWithSettingsThatGoUnread() {
    doesNotStart(
        Map.of("bearergate.rules", "/** deny"),
        context -> context.registerBean(GateConfig.class, this::inCode),
        "bearergate.rules (defaultProperties (Spring)) goes unread",
        "GateConfig bean");
  }

  @Test
  void doesNotStartWithAnAnnotationThatGoesUnread() {
    assertThatThrownBy(
            () -> application(AnnotatedShop.class, WebApplicationType.SERVLET, settings()).run())
        .rootCause()
        .hasMessageContaining("@ProtectedApi on bean")
        .hasMessageContaining("goes unread");
  }

  @RequiresScope("notes")
  static final class ScopedBean {}

  static final class ScopedMethod {
    @RequiresRole("clerk")
    void ask() {}
  }

  @RequiresScope("notes")
  static final class ScopedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void doesNotStartWithAnAnnotationThatNobodyAsksFor() {
    doesNotStart(
        settings(),
        context -> context.registerBean("scoped", ScopedBean.class),
        "nobody asks for what the annotation on class " + ScopedBean.class.getName(),
        "of bean \"scoped\"");
  }

  @Test
  void doesNotStartWithAnAnnotationOfAMethodThatNobodyAsksFor() {
    doesNotStart(
        settings(),
        context -> context.registerBean("scoped", ScopedMethod.class),
        "ScopedMethod.ask()",
        "of bean \"scoped\"");
  }

  @Test
  void asksForTheAnnotationOfAServletBean() {
    start(
        settings(),
        context -> {
          context.registerBean(ScopedServlet.class);
          context.registerBean(
              "scoped",
              ServletRegistrationBean.class,
              () -> new ServletRegistrationBean<>(context.getBean(ScopedServlet.class), "/scoped"));
        });

    assertThat(withToken("/scoped").status()).isEqualTo(403);
  }

  @Test
  void warnsOfAManagementPort() {
    start(settingsWith("management.server.port", "9001"));

    assertThat(log.text()).contains("WARNING management.server.port=9001 is a server of its own");
  }

  @ParameterizedTest
  @ValueSource(strings = {"native", "framework"})
  void doesNotStartBehindProxiesWhereTheServerReadsForwardedHeaders(String strategy) {
    Map<String, Object> settings = behindProxies();
    settings.put("server.forward-headers-strategy", strategy);

    doesNotStart(settings, "Add the line: server.forward-headers-strategy=none");
  }

  @Test
  void doesNotStartBehindProxiesWhereNobodySaysWhoReadsForwardedHeaders() {
    doesNotStart(behindProxies(), "Add the line: server.forward-headers-strategy=none");
  }

  @Test
  void startsBehindProxiesWhereTheServerReadsNoForwardedHeaders() {
    Map<String, Object> settings = behindProxies();
    settings.put("server.forward-headers-strategy", "none");

    start(settings);

    assertThat(log.text()).contains("trusted-proxies = 10.0.0.5");
  }

  private Map<String, Object> behindProxies() {
    Map<String, Object> settings = settingsWith("bearergate.trusted-proxies", "10.0.0.5");
    settings.put("bearergate.forwarded", "rfc7239");
    return settings;
  }

  @Test
  void doesNothingInAnApplicationThatServesNobody() {
    running = application(Shop.class, WebApplicationType.NONE, Map.of()).run();

    assertThat(running.getBeansOfType(BearergateFilter.class)).isEmpty();
    assertThat(log.text()).isEmpty();
  }

  @Test
  void doesNotStartAReactiveApplication() {
    assertThatThrownBy(() -> application(Shop.class, WebApplicationType.REACTIVE, settings()).run())
        .rootCause()
        .hasMessageContaining("this application is reactive (WebFlux)")
        .hasMessageContaining("bearergate.enabled=false");
  }
}
