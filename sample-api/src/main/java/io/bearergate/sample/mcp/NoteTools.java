package io.bearergate.sample.mcp;

import io.bearergate.sample.api.Notebooks;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the server can do: read the caller's notes, and write one. Thread-safe. */
final class NoteTools {

  private static final String ADD = "add_note";

  /** The tools that need more than to be let in. */
  static final Set<String> WRITING = Set.of(ADD);

  private final Notebooks notebooks = new Notebooks();

  /** Starts a server of these tools; it ends with the transport. */
  void serveBy(McpStreamableServerTransportProvider transport) {
    McpServer.sync(transport)
        .serverInfo("Bearergate notes", "1")
        .capabilities(ServerCapabilities.builder().tools(false).build())
        .toolCall(tool("list_notes", "The caller's notes", Map.of(), List.of()), this::list)
        .toolCall(
            tool(ADD, "Writes a note", Map.of("text", Map.of("type", "string")), List.of("text")),
            this::add)
        .build();
  }

  private static Tool tool(
      String name, String description, Map<String, Object> arguments, List<String> required) {
    Map<String, Object> schema =
        Map.of("type", "object", "properties", arguments, "required", required);
    return Tool.builder(name, schema).description(description).build();
  }

  private CallToolResult list(McpSyncServerExchange exchange, CallToolRequest request) {
    return CallToolResult.builder().textContent(notebooks.of(callerOf(exchange))).build();
  }

  private CallToolResult add(McpSyncServerExchange exchange, CallToolRequest request) {
    boolean written =
        request.arguments().get("text") instanceof String text
            && notebooks.add(callerOf(exchange), text);
    return CallToolResult.builder()
        .addTextContent(written ? "written" : "the notebook is full")
        .isError(!written)
        .build();
  }

  private static String callerOf(McpSyncServerExchange exchange) {
    return CallerContext.caller(exchange.transportContext());
  }
}
