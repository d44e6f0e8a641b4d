package io.bearergate.benchmarks.jmh;

import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.MappingMatch;

/** How the container says which servlet a request goes to. */
enum NotesServlet implements HttpServletMapping {
  MAPPING;

  @Override
  public String getMatchValue() {
    return "";
  }

  @Override
  public String getPattern() {
    return "/*";
  }

  @Override
  public String getServletName() {
    return "notes";
  }

  @Override
  public MappingMatch getMappingMatch() {
    return MappingMatch.PATH;
  }
}
