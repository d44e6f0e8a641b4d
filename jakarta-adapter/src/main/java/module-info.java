/** The servlet filter in front of the core. */
module io.bearergate.jakarta {
  requires java.xml;
  requires transitive io.bearergate;
  requires transitive jakarta.servlet;
  requires static transitive org.jspecify;

  exports io.bearergate.jakarta;

  provides jakarta.servlet.ServletContainerInitializer with
      io.bearergate.jakarta.BearergateInitializer;
}
