package io.bearergate.sample.playground;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The pages, their styles and scripts: the files listed here and no others. */
final class PageServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final String HIGHLIGHTER =
      "/META-INF/resources/webjars/highlightjs/11.11.1/highlight.min.js";

  private final transient Map<String, String> resources;

  private PageServlet(Map<String, String> resources) {
    this.resources = resources;
  }

  static PageServlet with(Debugger debugger) {
    Map<String, String> resources = new TreeMap<>();
    resources.put("/", "index.html");
    resources.put("/which-flow", "which-flow.html");
    resources.put("/playground/walk", "walk.html");
    resources.put(Site.IN_BROWSER, "spa.html");
    for (String file :
        new String[] {
          "style.css", "icon.svg", "flows.js", "backend.js", "page.js", "home.js", "decision.js",
          "which-flow.js", "walk.js", "picture.js", "sheets.js", "wire.js", "spa.js",
              "oauth4webapi.js"
        }) {
      resources.put("/playground/" + file, file);
    }
    resources.put("/playground/highlight.js", HIGHLIGHTER);
    if (debugger == Debugger.ON) {
      resources.put("/debugger", "debugger.html");
      resources.put("/playground/debugger.js", "debugger.js");
    }
    return new PageServlet(resources);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String resource = resources.get(request.getRequestURI());
    if (resource == null) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType(type(resource));
    try (InputStream in = PageServlet.class.getResourceAsStream(resource)) {
      Objects.requireNonNull(in, resource).transferTo(response.getOutputStream());
    }
  }

  private static String type(String resource) {
    return switch (resource.substring(resource.lastIndexOf('.') + 1)) {
      case "html" -> "text/html;charset=utf-8";
      case "css" -> "text/css;charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> "text/javascript;charset=utf-8";
    };
  }
}
