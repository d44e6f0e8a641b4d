package io.bearergate.contract;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An application for a container to run.
 *
 * @param filters in the order of their chain
 * @param errorPages where the container forwards an error of that status
 * @param lenientPaths whether the server lets ambiguous paths ({@code %2F}, {@code //}, {@code \})
 *     through to the application, which it must not by default
 * @param contextPath where it is deployed; empty for the root
 */
public record WebApp(
    List<NamedFilter> filters,
    List<MappedServlet> servlets,
    Map<Integer, String> errorPages,
    boolean lenientPaths,
    String contextPath) {

  /** A filter, its name in web.xml and its init-params. */
  public record NamedFilter(String name, Filter filter, Map<String, String> initParams) {}

  /** A servlet and the one pattern it is mapped to. */
  public record MappedServlet(String name, HttpServlet servlet, String pattern) {}

  /** An application of nothing. */
  public static WebApp empty() {
    return new WebApp(List.of(), List.of(), Map.of(), false, "");
  }

  /** With one more filter, last in the chain. */
  public WebApp filter(String name, Filter filter, Map<String, String> initParams) {
    List<NamedFilter> more = new ArrayList<>(filters);
    more.add(new NamedFilter(name, filter, initParams));
    return new WebApp(more, servlets, errorPages, lenientPaths, contextPath);
  }

  /** With one more servlet. */
  public WebApp servlet(String pattern, Handler handler) {
    List<MappedServlet> more = new ArrayList<>(servlets);
    more.add(new MappedServlet("s" + servlets.size(), new HandlerServlet(handler), pattern));
    return new WebApp(filters, more, errorPages, lenientPaths, contextPath);
  }

  /** With a page for an error. */
  public WebApp errorPage(int status, String location) {
    Map<Integer, String> more = new LinkedHashMap<>(errorPages);
    more.put(status, location);
    return new WebApp(filters, servlets, more, lenientPaths, contextPath);
  }

  /** On a server that lets ambiguous paths through. */
  public WebApp onLenientServer() {
    return new WebApp(filters, servlets, errorPages, true, contextPath);
  }

  /** Deployed at a path of its own. */
  public WebApp at(String path) {
    return new WebApp(filters, servlets, errorPages, lenientPaths, path);
  }
}
