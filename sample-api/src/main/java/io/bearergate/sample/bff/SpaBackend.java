package io.bearergate.sample.bff;

import io.bearergate.sample.api.NotesServlet;
import io.bearergate.sample.flow.FormPostLogin;
import io.bearergate.sample.flow.Registration;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The backend of one single-page application, as a web application of its own. */
public final class SpaBackend {

  private final URI address;
  private final Supplier<FormPostLogin> logins;
  private final Browsers browsers;

  /**
   * @param issuer where its users log in
   * @param registration of the backend there; its redirect URI says where the backend is
   */
  public SpaBackend(String issuer, Registration registration, InstantSource clock) {
    this.address = registration.redirectUri().orElseThrow();
    this.logins = () -> FormPostLogin.begin(issuer, registration, clock);
    this.browsers = new Browsers(address, clock);
  }

  /** Where browsers are sent back to, on a host that is reached at {@code address}. */
  public static URI callbackAt(URI address) {
    return address.resolve(CallbackServlet.PATH);
  }

  /** What stands before every endpoint. */
  public Filter guard() {
    return new SessionGuard(browsers, address);
  }

  /** Puts the endpoints into a web application that is being set up. */
  public void addTo(ServletContext context) {
    context.addServlet("page", new FrontServlet()).addMapping(FrontServlet.paths());
    add(context, LoginServlet.PATH, new LoginServlet(logins, browsers));
    add(context, CallbackServlet.PATH, new CallbackServlet(browsers));
    add(context, LogoutServlet.PATH, new LogoutServlet(browsers));
    add(context, "/bff/me", new MeServlet());
    add(context, "/bff/notes", new NotesServlet(request -> BrowserSession.of(request).subject()));
  }

  private static void add(ServletContext context, String path, HttpServlet servlet) {
    context.addServlet(servlet.getClass().getSimpleName(), servlet).addMapping(path);
  }
}
