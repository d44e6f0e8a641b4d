package io.bearergate.benchmarks.http.server;

import org.eclipse.jetty.ee11.servlet.ServletContextHandler;

/** Stands before the servlet and asks for a valid token with the right scope. */
interface Protection {

  /** The one that a server is started with; no other one's classes are loaded. */
  static Protection named(String name) {
    return switch (name) {
      case "none" -> (context, issuer) -> {};
      case "bearergate" -> new BearergateProtection(BearergateProtection.Keys.LOCAL);
      case "bearergate-jwks-uri" -> new BearergateProtection(BearergateProtection.Keys.JWKS_URI);
      case "bearergate-discovery" -> new BearergateProtection(BearergateProtection.Keys.DISCOVERED);
      case "nimbus" -> new NimbusProtection();
      case "pac4j" -> new Pac4jProtection();
      case "spring" -> new SpringProtection();
      default -> throw new IllegalArgumentException("no protection is called " + name);
    };
  }

  void guard(ServletContextHandler context, TrustedIssuer issuer);
}
