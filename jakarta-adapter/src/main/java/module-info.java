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

  exports io.bearergate.jakarta;

  opens io.bearergate.jakarta.spring; // Spring Boot finds and makes what it needs of it

  provides jakarta.servlet.ServletContainerInitializer with
      io.bearergate.jakarta.BearergateInitializer;
}
