package io.bearergate.sample.playground;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;

/**
 * {@link Site#CALLBACK}: the redirect URI of every client here. It hands what came to the visitor's
 * own walk and sends the browser on at once, so that no code stays in its address bar.
 */
final class CallbackServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient Visitors visitors;

  CallbackServlet(Visitors visitors) {
    this.visitors = visitors;
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

  private void arrive(HttpServletRequest request, HttpServletResponse response) throws IOException {
    URI redirectUri = Origin.of(request).resolve(Site.CALLBACK);
    HTTPRequest arrived = Arrivals.request(request, redirectUri);
    visitors
        .known(request)
        .flatMap(Visitor::walk)
        .flatMap(Walk::browser)
        .ifPresent(person -> person.arrived(arrived));
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", Origin.of(request).resolve("/playground/walk").toString());
  }
}
