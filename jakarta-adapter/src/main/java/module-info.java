/** The servlet filter in front of the core. */
module io.bearergate.jakarta {
  requires java.xml;
  requires transitive io.bearergate;
  requires transitive jakarta.servlet;
  requires static spring.beans;
  requires static spring.boot;
  requires static spring.boot.autoconfigure;
  requires static spring.context;
  requires static spring.core;
  requires static transitive org.jspecify;

  // Each only where the application or its server has it.
  requires static jakarta.annotation;
  requires static transitive jakarta.ws.rs;
  requires static transitive jakarta.cdi;
  requires static transitive jakarta.inject;
  requires static jakarta.interceptor;
  requires static transitive jakarta.security;
  requires static microprofile.jwt.auth.api;

  exports io.bearergate.jakarta;
  exports io.bearergate.jakarta.cdi;

  opens io.bearergate.jakarta.spring; // Spring Boot finds and makes what it needs of it

  provides jakarta.servlet.ServletContainerInitializer with
      io.bearergate.jakarta.BearergateInitializer;
// CDI's extension and the JAX-RS feature stand in META-INF/services alone: a module that provides
// for an API that is not there does not resolve.
}
