package io.bearergate.sample.mcp;

import io.bearergate.jakarta.RequiresScope;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The door to the tools that write. A call forwarded here passes the filter again, which asks for
 * the scope besides the rule's and answers 403 with both in the challenge: a client that asks for
 * those keeps what it had (the step-up of the MCP authorization specification).
 */
@RequiresScope("write:notes")
final class WritingTools extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Servlet transport;

  WritingTools(Servlet transport) {
    this.transport = transport;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    transport.service(request, response);
  }
}
