/** Decides one request: bearer token, keys, claims, policy. Knows no servlet. */
module io.bearergate {
  requires com.github.benmanes.caffeine;
  requires com.nimbusds.jose.jwt;
  requires static cache.api;
  requires static transitive org.jspecify;

  exports io.bearergate;
  exports io.bearergate.config;
  exports io.bearergate.event;
  exports io.bearergate.http;
  exports io.bearergate.introspection;
  exports io.bearergate.jcache;
  exports io.bearergate.keys;
  exports io.bearergate.policy;
  exports io.bearergate.rejection;
  exports io.bearergate.revocation;
  exports io.bearergate.sender;
  exports io.bearergate.token;
}
