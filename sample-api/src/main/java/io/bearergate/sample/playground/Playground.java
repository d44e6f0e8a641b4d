package io.bearergate.sample.playground;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.HttpServlet;
import java.util.EnumSet;

/** The page at the root, and what stands behind it. */
public final class Playground {

  /** What the API's filter is to let through to it; each path by name, for all else stays shut. */
  public static final String RULES =
      """
      /                   open
      /which-flow         open
      /debugger           open
      /playground/**      open
      """;

  private static final String[] PATHS = {"", "/which-flow", "/debugger", "/playground/*"};

  private final Site site;

  /** One that is yet to be put into a web application. */
  public Playground(Site site) {
    this.site = site;
  }

  /** Puts it into a web application that is being set up. */
  public void addTo(ServletContext context) {
    Visitors visitors = new Visitors();
    OwnPages pages = new OwnPages(visitors);
    Walks walks = new Walks();
    context
        .addFilter("playground-guard", new Guard(site.issuerOrigin()))
        .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, PATHS);
    context.addServlet("playground-pages", PageServlet.with(site.debugger())).addMapping(PATHS);
    add(context, "session", new SessionServlet(site, visitors));
    add(context, "walk", new WalkServlet(site, pages, walks));
    add(context, "break", new BreakServlet(pages));
    if (site.debugger() == Debugger.ON) {
      add(context, "trial", new TrialServlet(site, pages, walks));
    }
    context
        .addServlet("playground-callback", new CallbackServlet(visitors))
        .addMapping(Site.CALLBACK);
    context.addListener(closing(walks));
  }

  private static void add(ServletContext context, String name, HttpServlet servlet) {
    context.addServlet("playground-" + name, servlet).addMapping("/playground/api/" + name);
  }

  private static ServletContextListener closing(Walks walks) {
    return new ServletContextListener() {
      @Override
      public void contextDestroyed(ServletContextEvent event) {
        walks.close();
      }
    };
  }
}
