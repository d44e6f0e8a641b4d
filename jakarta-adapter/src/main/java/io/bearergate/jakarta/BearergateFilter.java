package io.bearergate.jakarta;

import io.bearergate.Decision;
import io.bearergate.Gate;
import io.bearergate.Stores;
import io.bearergate.config.GateConfig;
import io.bearergate.event.GateListener;
import io.bearergate.http.RequestView;
import io.bearergate.policy.Requirement;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request through to the application only if its bearer token and the rules allow it (RFC
 * 6750). Thread-safe.
 *
 * <p>Declared in web.xml it takes its settings from init-params, {@link ProtectedApi}, the
 * environment, system properties and {@code bearergate.properties}; made in code, from the {@link
 * GateConfig} it is given. What is wrong with them stops the start. Map it to every dispatcher type
 * and declare it {@code async-supported}: the decision is taken once a request and kept for the
 * other dispatches. What the annotations of a servlet ask ({@link RequiresScope}, {@code
 * RolesAllowed} …) is asked besides the rules, on every dispatch to it.
 */
public final class BearergateFilter implements Filter {

  private static final System.Logger LOG = System.getLogger("io.bearergate.jakarta");

  private final @Nullable GateConfig given;
  private final InstantSource clock;
  private final GateListener listener;
  private final @Nullable Stores stores;
  private final KeptDecisions kept = new KeptDecisions();
  private volatile @Nullable Running running;
  private volatile Runnable forget = () -> {};

  /** What there is between init and destroy. */
  private record Running(Gate gate, AnnotatedServlets servlets) {}

  /** For web.xml: settings are read when the container starts the filter. */
  public BearergateFilter() {
    this.given = null;
    this.clock = InstantSource.system();
    this.listener = GateListener.NONE;
    this.stores = null;
  }

  /** For code: {@code new BearergateFilter(GateConfig.builder(issuer, audience).build())}. */
  public BearergateFilter(GateConfig config) {
    this(config, InstantSource.system(), GateListener.NONE);
  }

  /**
   * For code that measures, or tests. It remembers what it must together with the application's
   * other filters.
   *
   * @param clock what a token's times are held against
   * @param listener told of every decision
   */
  public BearergateFilter(GateConfig config, InstantSource clock, GateListener listener) {
    this.given = config;
    this.clock = clock;
    this.listener = listener;
    this.stores = null;
  }

  /**
   * For code that runs on several nodes.
   *
   * @param stores what all of them know. One {@link Stores#seenProofs} is for one filter: a second
   *     before the same path would take every DPoP proof for a replay
   */
  public BearergateFilter(
      GateConfig config, InstantSource clock, GateListener listener, Stores stores) {
    this.given = config;
    this.clock = clock;
    this.listener = listener;
    this.stores = stores;
  }

  /**
   * {@inheritDoc}
   *
   * <p>What is wrong with the settings stops the start. GlassFish and Payara would go on without a
   * filter that fails: there it stays, and refuses every request with 500.
   *
   * @throws io.bearergate.config.ConfigException if the settings will not do
   */
  @Override
  public void init(FilterConfig filterConfig) {
    try {
      open(filterConfig);
    } catch (RuntimeException | Error e) { // of a missing or broken jar
      if (!isLeftOutWhenItFails(filterConfig.getServletContext())) {
        throw e;
      }
      LOG.log(Level.ERROR, "Every request gets 500: " + e);
    }
  }

  private static boolean isLeftOutWhenItFails(ServletContext application) {
    String server = String.valueOf(application.getServerInfo());
    return server.contains("GlassFish") || server.contains("Payara");
  }

  private void open(FilterConfig filterConfig) {
    GateConfig config = settings(filterConfig);
    ServletContext application = filterConfig.getServletContext();
    StartLog.write(filterConfig);
    if (config.sender().proxies().areBelieved()) {
      StartLog.warnOfRewriting(application);
    }
    config.logout().ifPresent(door -> LogoutReach.check(filterConfig, door.path()));
    AnnotatedServlets servlets = AnnotatedServlets.of(application, FilterReach.of(filterConfig));
    String name = filterConfig.getFilterName();
    Stores known = stores == null ? SharedStores.of(application, name, clock) : stores;
    Gate opened =
        Gate.open(config.deployedAt(application.getContextPath()), clock, listener, known);
    running = new Running(opened, servlets);
    forget = new OpenGate(opened, kept).tell(application, name);
  }

  private GateConfig settings(FilterConfig filterConfig) {
    if (given == null) {
      return InitParams.settings(filterConfig);
    }
    InitParams.refuseAnnotationBesideCode(filterConfig);
    return given;
  }

  /**
   * Gives the filters of an application what nodes of a cluster share, save for those made in code
   * with stores of their own. To be called before the container starts filters: in {@code
   * ServletContextListener.contextInitialized}. Without it they share memory; each sees proofs by
   * itself either way, by its name, which must be the same on all nodes.
   *
   * @throws IllegalStateException if a filter of this application runs already
   */
  public static void share(ServletContext application, Stores stores) {
    SharedStores.tell(application, stores);
  }

  /**
   * The gate of a running filter, for a health endpoint ({@link Gate#keyHealth}), to verify tokens
   * that come by other ways than requests ({@link Gate#tokenVerifier}), or to revoke some ({@link
   * Gate#revokedTokens}). It is the filter's to close.
   *
   * @param filterName as in web.xml, or as the application registered it
   * @return empty before the filter's {@code init} and after its {@code destroy}
   */
  public static Optional<Gate> gate(ServletContext application, String filterName) {
    return OpenGate.named(application, filterName).map(OpenGate::gate);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Running open = running;
    if (open == null
        || !(request instanceof HttpServletRequest http)
        || !(response instanceof HttpServletResponse answer)) {
      throw new ServletException("BearergateFilter serves HTTP, between init and destroy");
    }
    Requirement besides = open.servlets().askedOf(http).requirement();
    Decision decision = kept.of(http);
    if (decision != null) {
      decision = new DecidedRequest(kept, open.gate(), decision, http, answer).ask(besides);
    } else if (request.getDispatcherType() == DispatcherType.ERROR
        && besides instanceof Requirement.Open) {
      chain.doFilter(
          request, response); // refused or failed before it came to us: the error page is nobody's
      return;
    } else {
      decision = first(open.gate(), http, answer, besides);
    }
    if (decision instanceof Decision.Refuse refuse) {
      if (request.getDispatcherType() != DispatcherType.INCLUDE) { // the page is another's
        AnswerWriter.write(refuse.challenge(), answer);
      }
      return;
    }
    if (decision instanceof Decision.Publish document) {
      AnswerWriter.write(document, answer);
      return;
    }
    if (decision instanceof Decision.LogOut logout
        && request.getDispatcherType() != DispatcherType.ERROR) {
      LogoutCall.answer(open.gate(), logout, http, answer);
      return;
    }
    if (!(decision instanceof Decision.Admit admit)) {
      chain.doFilter(request, response);
      return;
    }
    if (!admit.responseHeaders().isEmpty()) {
      admit.responseHeaders().forEach(answer::setHeader);
    }
    HttpServletRequest onward = AuthenticatedRequest.of(http, answer, admit);
    BearergatePrincipal before = Served.begin(onward);
    try {
      chain.doFilter(onward, response);
    } finally { // no catch: the application's exceptions are not ours to translate
      Served.end(before);
    }
  }

  /** On a request that has not been here before, though the server's login may have asked. */
  private Decision first(
      Gate gate, HttpServletRequest request, HttpServletResponse response, Requirement besides) {
    RequestView view = new ServletRequestView(request);
    Decision early = kept.earlyOf(request, view);
    Decision decision = early == null ? gate.decide(view, besides) : early;
    DecidedRequest decided = new DecidedRequest(kept, gate, decision, request, response);
    kept.keep(decided);
    return early == null ? decision : decided.ask(besides);
  }

  /** Ends the gate and its threads. */
  @Override
  public void destroy() {
    Running open = running;
    running = null;
    forget.run();
    if (open != null) {
      open.gate().close();
    }
  }
}
