package io.bearergate.sample.bff;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;

/** The page itself: open to all, for it holds nothing until its script has asked the backend. */
final class FrontServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
          + " 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private record File(String resource, String type) {}

  private static final Map<String, File> FILES =
      Map.of(
          "/", new File("page.html", "text/html;charset=utf-8"),
          "/page.js", new File("page.js", "text/javascript;charset=utf-8"),
          "/style.css",
              new File("/io/bearergate/sample/playground/style.css", "text/css;charset=utf-8"),
          "/icon.svg", new File("/io/bearergate/sample/playground/icon.svg", "image/svg+xml"));

  static String[] paths() {
    return new String[] {"", "/page.js", "/style.css", "/icon.svg"};
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    File file = Objects.requireNonNull(FILES.get(request.getRequestURI()));
    response.setContentType(file.type());
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    try (InputStream in = FrontServlet.class.getResourceAsStream(file.resource())) {
      Objects.requireNonNull(in, file.resource()).transferTo(response.getOutputStream());
    }
  }
}
