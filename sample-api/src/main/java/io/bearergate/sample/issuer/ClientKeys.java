package io.bearergate.sample.issuer;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The public keys that clients have registered for one use. Thread-safe. */
final class ClientKeys {

  private final ConcurrentMap<String, JWKSet> byClient;

  private ClientKeys(ConcurrentMap<String, JWKSet> byClient) {
    this.byClient = byClient;
  }

  static ClientKeys fixtures(String use) {
    return new ClientKeys(new ConcurrentHashMap<>(Fixtures.publicKeys(use)));
  }

  /** Empty for a client that has none. */
  JWKSet of(Client client) {
    return byClient.getOrDefault(client.id(), new JWKSet());
  }

  /** What the key of this id has signed counts no longer. */
  void withdraw(String clientId, String keyId) {
    byClient.computeIfPresent(clientId, (id, keys) -> without(keyId, keys));
  }

  private static JWKSet without(String keyId, JWKSet keys) {
    List<JWK> kept = keys.getKeys().stream().filter(key -> !keyId.equals(key.getKeyID())).toList();
    return new JWKSet(kept);
  }
}
