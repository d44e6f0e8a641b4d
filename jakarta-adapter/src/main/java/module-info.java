/** The servlet filter in front of the core. */
module io.bearergate.jakarta {
  requires java.xml;
  requires transitive io.bearergate;
  requires transitive jakarta.servlet;
  requires static jakarta.annotation;
  requires static transitive jakarta.ws.rs;
  requires static transitive org.jspecify;

  exports io.bearergate.jakarta;

  provides jakarta.servlet.ServletContainerInitializer with
      io.bearergate.jakarta.BearergateInitializer;
  provides jakarta.ws.rs.container.DynamicFeature with
      io.bearergate.jakarta.BearergateFeature;
}
