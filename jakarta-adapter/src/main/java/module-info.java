/** The servlet filter in front of the core. */
module io.bearergate.jakarta {
  requires java.xml;
  requires transitive io.bearergate;
  requires transitive jakarta.servlet;
  requires static transitive org.jspecify;

  // Each only where the application or its server has it.
  requires static jakarta.annotation;
  requires static transitive jakarta.cdi;
  requires static transitive jakarta.inject;
  requires static jakarta.interceptor;
  requires static transitive jakarta.security;
  requires static microprofile.jwt.auth.api;

  exports io.bearergate.jakarta;
  exports io.bearergate.jakarta.cdi;

  provides jakarta.servlet.ServletContainerInitializer with
      io.bearergate.jakarta.BearergateInitializer;
// Not the CDI extension, which META-INF/services names: without CDI the module would not resolve.
}
