package io.bearergate.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import io.bearergate.sample.playground.Arrivals;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.function.Consumer;

/**
 * The redirect URI of a client in a terminal: hands on what the browser brings, and sends the user
 * back. Nothing that came is shown, and no page keeps the code or tells others of it.
 */
final class ReturnPage extends HttpServlet {

  static final String TEXT = "Go back to the terminal. You can close this page.";

  private static final long serialVersionUID = 1L;

  private final URI redirectUri;
  private final transient Consumer<HTTPRequest> arrival;

  ReturnPage(URI redirectUri, Consumer<HTTPRequest> arrival) {
    this.redirectUri = redirectUri;
    this.arrival = arrival;
  }

  /** Puts it where the redirect URI points, and nowhere else. */
  void addTo(ServletContext context) {
    String path = redirectUri.getPath();
    context.addServlet("ReturnPage", this).addMapping(path.length() > 1 ? path : "");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    arrive(request, response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    arrive(request, response);
  }

  /** A browser that only looks brings nothing. */
  @Override
  protected void doHead(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
  }

  /** The page first: nobody listens here any more once the answer has been handed on. */
  private void arrive(HttpServletRequest request, HttpServletResponse response) throws IOException {
    HTTPRequest arrived = Arrivals.request(request, redirectUri);
    byte[] text = TEXT.getBytes(UTF_8);
    response.setContentType("text/plain;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    response.setHeader("Connection", "close");
    response.setContentLength(text.length);
    try (OutputStream body = response.getOutputStream()) {
      body.write(text);
    }
    arrival.accept(arrived);
  }
}
