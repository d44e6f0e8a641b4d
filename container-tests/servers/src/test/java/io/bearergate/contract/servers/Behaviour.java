package io.bearergate.contract.servers;

/** A row of the table. */
enum Behaviour {
  GOOD_TOKEN("a good token is served, its user known"),
  NO_TOKEN("no token: 401 with the challenge, to the letter"),
  ATTACKS("bad tokens and headers, none served"),
  TWO_HEADERS("two `Authorization` headers"),
  FOLDED("a folded `Authorization` header without token"),
  NUL("NUL in a token"),
  HEADER_SIZE("longest token that gets through by default"),
  PATHS("spellings of a path without token, or without its scope: none served"),
  ENCODED_SLASH("`/api%2Fadmin`"),
  UP_FROM_OPEN("`/public/..;/api/admin`"),
  UP_BY_ENCODED_SLASH("`/public%2F..%2Fapi/admin`"),
  PARAMETER("`/api/admin;x`"),
  ENCODED_PARAMETER("`/api/admin%3Bx`"),
  TWO_SLASHES("`//api/admin`"),
  METHODS("methods that no rule covers: not served"),
  LOWER_CASE("`get` with the token for `GET`"),
  TRACE("`TRACE`"),
  BODY("100 kB of form or octets reach the servlet whole"),
  KEEP_ALIVE("after a refused POST of 100 kB the connection"),
  FORWARD("forward and include keep the user"),
  ERROR_PAGE("error pages keep the user"),
  ASYNC("async in seven ways keeps the user"),
  WEB_SOCKET("WebSocket without token: 401"),
  WEB_SOCKET_USER("who opened the WebSocket, as its endpoint sees"),
  PASTED("web.xml of the server's page: 401, 200"),
  ANNOTATED("`@ProtectedApi` alone: 401, 200"),
  COMPLETE("`metadata-complete` and a file: 401, 200"),
  ORDERING("empty `<absolute-ordering/>` and web.xml: 401, 200"),
  UNNAMED("nothing names an issuer: nothing is served; the application"),
  CURRENT_LIBRARIES("plain jars run with nimbus-jose-jwt of"),
  OLDEST_LIBRARIES("plain jars with the oldest libraries run with that of"),
  RESOURCES("JAX-RS: `@RequiresScope`, `@RequiresRole` hold; nothing without token"),
  RESOURCES_BY_ROLE("JAX-RS: `@RolesAllowed` serves who has the role"),
  RESOURCES_BY_LOGIN("the same with the `BearergateAuthenticationMechanism`"),
  SAMPLE("the JAX-RS sample: 401, 403, 200"),
  CONSTRAINT("`<auth-constraint>` with the mechanism serves who has the role"),
  BEANS("enterprise bean with `@RolesAllowed`, without the mechanism"),
  BEANS_BY_LOGIN("enterprise bean with `@RolesAllowed`, with it: is called by who has the role"),
  REDEPLOYED("20 times deployed and undeployed: no class loader stays"),
  STOPPING("SIGTERM under load: no request served without token"),
  IN_FLIGHT("SIGTERM under load: good requests in flight");

  private final String title;

  Behaviour(String title) {
    this.title = title;
  }

  /** As the table has it. */
  String title() {
    return title;
  }
}
