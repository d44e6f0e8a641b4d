package io.bearergate.benchmarks.jmh;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.ECDSAKeyProvider;
import com.auth0.jwt.interfaces.RSAKeyProvider;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.concurrent.Callable;

/** Auth0's java-jwt, its key given by {@code kid}. It checks {@code exp} where there is one. */
record JavaJwtVerifier(JWTVerifier verifier) implements Contender {

  static JavaJwtVerifier of(Mint mint) {
    return new JavaJwtVerifier(
        JWT.require(algorithm(mint))
            .withIssuer(Mint.ISSUER)
            .withAudience(Mint.AUDIENCE)
            .withClaimPresence("exp")
            .withClaimPresence("sub")
            .build());
  }

  private static Algorithm algorithm(Mint mint) {
    return switch (mint.key().algorithm()) {
      case "RS256" -> Algorithm.RSA256(new RsaKeys(mint.byKeyId(RSAPublicKey.class)));
      case "PS256" -> Algorithm.RSA256PSS(new RsaKeys(mint.byKeyId(RSAPublicKey.class)));
      case "ES256" -> Algorithm.ECDSA256(new EcKeys(mint.byKeyId(ECPublicKey.class)));
      default -> throw new IllegalArgumentException("java-jwt has no such algorithm");
    };
  }

  @Override
  public Callable<Object> verification(String token) {
    return () -> verifier.verify(token);
  }

  private record RsaKeys(Map<String, RSAPublicKey> keys) implements RSAKeyProvider {
    @Override
    public RSAPublicKey getPublicKeyById(String keyId) {
      return keys.get(keyId);
    }

    @Override
    public RSAPrivateKey getPrivateKey() {
      return null;
    }

    @Override
    public String getPrivateKeyId() {
      return null;
    }
  }

  private record EcKeys(Map<String, ECPublicKey> keys) implements ECDSAKeyProvider {
    @Override
    public ECPublicKey getPublicKeyById(String keyId) {
      return keys.get(keyId);
    }

    @Override
    public ECPrivateKey getPrivateKey() {
      return null;
    }

    @Override
    public String getPrivateKeyId() {
      return null;
    }
  }
}
