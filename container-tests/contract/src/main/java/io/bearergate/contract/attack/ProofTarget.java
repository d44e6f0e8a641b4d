package io.bearergate.contract.attack;

import io.bearergate.contract.http.RawRequest;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestProof;
import io.bearergate.test.TestToken;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What attackers of bound tokens have: the token of another, and a key of their own.
 *
 * @param base the address of the API
 * @param now its time
 * @param holder whose key tokens are bound to
 * @param stranger the attacker's key, of the same type
 * @param tokens makes a good token, changed
 */
public record ProofTarget(
    URI base,
    Instant now,
    TestKey holder,
    TestKey stranger,
    Function<UnaryOperator<TestToken>, String> tokens) {

  static final String PATH = "/api/whoami";

  /** A good token of the holder. */
  public String bound() {
    return tokens.apply(t -> t.boundTo(holder));
  }

  /** A good token of the holder with its proof, changed. */
  public RawRequest request(UnaryOperator<TestProof> change) {
    String token = bound();
    return request(token, change.apply(proof(holder, token)).compact());
  }

  /** The same for another key, which the token is bound to. */
  RawRequest request(TestKey key) {
    String token = tokens.apply(t -> t.boundTo(key));
    return request(token, proof(key, token).compact());
  }

  RawRequest request(String token, String proof) {
    return dpop(token).header("DPoP", proof);
  }

  RawRequest dpop(String token) {
    return RawRequest.get(PATH).header("Authorization", "DPoP " + token);
  }

  TestProof proof(TestKey key, String token) {
    return TestProof.of(key, "GET", base + PATH, token, now);
  }

  /** The holder's key with one member changed or added. */
  public Map<String, Object> jwk(String name, Object value) {
    Map<String, Object> jwk = new LinkedHashMap<>(holder.bareJwk());
    jwk.put(name, value);
    return jwk;
  }
}
