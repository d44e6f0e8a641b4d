package io.bearergate.jakarta.spring;

import io.bearergate.Stores;
import io.bearergate.config.ConfigSources;
import io.bearergate.config.GateConfig;
import io.bearergate.event.GateListener;
import io.bearergate.introspection.IntrospectionCache;
import io.bearergate.jakarta.BearergateFilter;
import io.bearergate.jakarta.ProtectedApi;
import io.bearergate.revocation.RevokedTokens;
import io.bearergate.sender.SeenProofs;
import java.lang.reflect.AnnotatedElement;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;

/**
 * The filter of one Spring application: its own bean, or one made of a {@link GateConfig} bean, or
 * of settings. Only one of these may speak; settings that would go unread stop the start.
 */
record ApplicationFilter(ApplicationContext application, SpringSettings settings) {

  /** What it is called, in {@code BEARERGATE_API_ISSUER} too. */
  static final String NAME = "api";

  /**
   * The filter to register.
   *
   * @return empty where the application registers filters of ours itself
   */
  Optional<BearergateFilter> toRegister() {
    refuseAnnotation();
    refuseUnasked();
    List<BearergateFilter> own =
        application.getBeanProvider(BearergateFilter.class).stream().toList();
    if (own.size() > 1 || isRegistered()) {
      refuseUnread("the application registers BearergateFilter itself");
      return Optional.empty();
    }
    if (own.size() == 1) {
      refuseUnread("the application's BearergateFilter bean has settings of its own");
      return Optional.of(own.get(0));
    }
    GateConfig config = config();
    if (config.sender().proxies().areBelieved()) {
      refuseReplacedPeers();
    }
    return Optional.of(new BearergateFilter(config, InstantSource.system(), listener(), stores()));
  }

  /** By another bean, that is: the one which is being made just now is not among them yet. */
  private boolean isRegistered() {
    return application.getBeansOfType(FilterRegistrationBean.class, true, false).values().stream()
        .filter(registration -> registration.isEnabled())
        .anyMatch(registration -> registration.getFilter() instanceof BearergateFilter);
  }

  private GateConfig config() {
    GateConfig own = application.getBeanProvider(GateConfig.class).getIfAvailable();
    if (own == null) {
      return GateConfig.from(sources(application.getClassLoader(), settings));
    }
    refuseUnread("the application's GateConfig bean holds all settings");
    return own;
  }

  static ConfigSources sources(@Nullable ClassLoader application, SpringSettings settings) {
    ClassLoader own = ApplicationFilter.class.getClassLoader();
    return ConfigSources.of(NAME, application != null ? application : own, settings);
  }

  /** Unset is not none: on Kubernetes and its like Boot then has the server read the headers. */
  private void refuseReplacedPeers() {
    String strategy = application.getEnvironment().getProperty("server.forward-headers-strategy");
    if (!"none".equalsIgnoreCase(strategy)) {
      throw new RefusedStart(
          "trusted-proxies goes by whom requests come from, and Boot may have the server put there"
              + " what X-Forwarded-For says, which anybody can write. Add the line:"
              + " server.forward-headers-strategy=none");
    }
  }

  private GateListener listener() {
    return application.getBeanProvider(GateListener.class).getIfAvailable(() -> GateListener.NONE);
  }

  private Stores stores() {
    Stores alone = Stores.inMemory(InstantSource.system());
    return alone
        .withSeenProofs(beanOr(SeenProofs.class, alone.seenProofs()))
        .withIntrospectionCache(beanOr(IntrospectionCache.class, alone.introspectionCache()))
        .withRevokedTokens(beanOr(RevokedTokens.class, alone.revokedTokens()));
  }

  private <T> T beanOr(Class<T> type, T ours) {
    return application.getBeanProvider(type).getIfAvailable(() -> ours);
  }

  private void refuseUnread(String because) {
    settings.values().keySet().stream()
        .sorted()
        .findFirst()
        .ifPresent(
            key -> {
              throw new RefusedStart(
                  "%s (%s) goes unread: %s. Keep one of them."
                      .formatted(SpringSettings.PREFIX + key, settings.placeOf(key), because));
            });
  }

  /** An embedded server shows nobody the annotated classes, so that some would count, some not. */
  private void refuseAnnotation() {
    for (String bean : application.getBeanNamesForAnnotation(ProtectedApi.class)) {
      throw new RefusedStart(
          "@ProtectedApi on bean \"%s\" goes unread in Spring Boot. Write its settings into application.properties: bearergate.issuer=https://…"
              .formatted(bean));
    }
  }

  /** What stands in the code shall not be of no effect. */
  private void refuseUnasked() {
    for (String bean : application.getBeanDefinitionNames()) {
      Class<?> type = application.getType(bean, false);
      if (type != null) {
        UnaskedAnnotations.on(type).ifPresent(element -> refuseUnasked(bean, element));
      }
    }
  }

  private static void refuseUnasked(String bean, AnnotatedElement element) {
    throw new RefusedStart(
        "nobody asks for what the annotation on %s of bean \"%s\" says: only those of servlets and JAX-RS resources are looked at. Write a rule in its place: bearergate.rules[0]=/path/** scope …"
            .formatted(element, bean));
  }
}
