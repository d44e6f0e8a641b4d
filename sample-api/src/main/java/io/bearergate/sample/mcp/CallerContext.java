package io.bearergate.sample.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** Who calls, for tools: they run on a thread of their own, where no request is at hand. */
final class CallerContext {

  private static final String CALLER = "caller";

  private CallerContext() {}

  static McpTransportContext of(HttpServletRequest request) {
    return McpTransportContext.create(Map.of(CALLER, request.getRemoteUser()));
  }

  /**
   * The principal of the request that this call came with, not of the one that began the session.
   */
  static String caller(McpTransportContext context) {
    return context.get(CALLER) instanceof String name ? name : "";
  }
}
