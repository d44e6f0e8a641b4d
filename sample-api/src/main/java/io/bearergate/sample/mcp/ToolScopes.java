package io.bearergate.sample.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls of certain tools through a door that asks for more. All tools of an MCP server share
 * one path, so a rule cannot tell them apart. What is read here is what goes on, written anew: the
 * server behind cannot read another tool's name out of the same octets.
 */
final class ToolScopes extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final int LARGEST = 64 * 1024;
  private static final int TOO_LARGE = 413;

  private final transient McpJsonMapper json = McpJsonDefaults.getMapper();
  private final transient Set<String> tools;
  private final String door;

  /**
   * @param tools whose calls go through {@code door}
   * @param door path of a servlet of this application
   */
  ToolScopes(Set<String> tools, String door) {
    this.tools = tools;
    this.door = door;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!request.getMethod().equals("POST")) {
      chain.doFilter(request, response);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      response.setStatus(TOO_LARGE);
      return;
    }
    Optional<Map<?, ?>> message = message(body);
    if (message.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    HttpServletRequest onward = new ReadRequest(request, json.writeValueAsBytes(message.get()));
    if (isCallOf(tools, message.get())) {
      request.getRequestDispatcher(door).forward(onward, response);
    } else {
      chain.doFilter(onward, response);
    }
  }

  private Optional<Map<?, ?>> message(byte[] body) {
    try {
      @Nullable Object read = json.readValue(body, Object.class);
      return read instanceof Map<?, ?> object ? Optional.of(object) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isCallOf(Set<String> tools, Map<?, ?> message) {
    return "tools/call".equals(message.get("method"))
        && message.get("params") instanceof Map<?, ?> params
        && params.get("name") instanceof String name
        && tools.contains(name);
  }
}
