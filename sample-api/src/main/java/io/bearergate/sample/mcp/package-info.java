/**
 * An MCP server behind the filter. It judges no token: who calls, and that the call may be made,
 * has been settled by the time it is asked; what it adds is which tool needs more than the others.
 */
@NullMarked
package io.bearergate.sample.mcp;

import org.jspecify.annotations.NullMarked;
