/** The servlet filter in front of the core. */
module io.bearergate.jakarta {
  requires transitive io.bearergate;
  requires transitive jakarta.servlet;
  requires static transitive org.jspecify;

  exports io.bearergate.jakarta;
}
