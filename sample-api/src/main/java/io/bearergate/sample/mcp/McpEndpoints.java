package io.bearergate.sample.mcp;

import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;

/** The sample's MCP server: its users' notes as tools, over streamable HTTP. */
public final class McpEndpoints {

  /** Where it is deployed, and the path of its endpoint wherever it is deployed. */
  public static final String PATH = "/mcp";

  /** What tokens call it where nobody knows its address yet. */
  public static final String NAME = "https://api.bearergate.test/mcp";

  /**
   * What the filter asks for: no more than the least a client needs, for that is what clients ask
   * their users for first. A tool that writes asks for more by its servlet, {@link WritingTools}.
   */
  public static final String RULES =
      """
      GET,POST,DELETE /**    scope read:notes
      """;

  private static final String WRITING_PATH = "/writing" + PATH;

  private McpEndpoints() {}

  /**
   * Puts it into a web application that is being set up: as all of that application, or at {@link
   * #PATH} of the root one.
   *
   * @param resource its address as clients know it; requests with another Host or Origin are
   *     refused with 403
   */
  public static void addTo(ServletContext context, URI resource) {
    HttpServletStreamableServerTransportProvider transport = transport(resource);
    new NoteTools().serveBy(transport);
    String everything = context.getContextPath().isEmpty() ? PATH : "/*";
    add(context, transport, everything);
    add(context, new WritingTools(transport), WRITING_PATH);
    before(context, new SessionOwners());
    before(context, new ToolScopes(NoteTools.WRITING, WRITING_PATH));
  }

  private static HttpServletStreamableServerTransportProvider transport(URI resource) {
    String host = resource.getRawAuthority();
    return HttpServletStreamableServerTransportProvider.builder()
        .mcpEndpoint(PATH)
        .contextExtractor(CallerContext::of)
        .httpHeaderValidator(
            DefaultServerTransportSecurityValidator.builder()
                .allowedHosts(List.of(host))
                .allowedOrigins(List.of(resource.getScheme() + "://" + host))
                .build())
        .build();
  }

  private static void add(ServletContext context, Servlet servlet, String path) {
    ServletRegistration.Dynamic added =
        context.addServlet(servlet.getClass().getSimpleName(), servlet);
    added.setAsyncSupported(true);
    added.addMapping(path);
  }

  private static void before(ServletContext context, Filter filter) {
    var added = context.addFilter(filter.getClass().getSimpleName(), filter);
    added.setAsyncSupported(true);
    added.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
  }
}
