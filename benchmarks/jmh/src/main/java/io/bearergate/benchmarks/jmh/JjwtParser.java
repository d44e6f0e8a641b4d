package io.bearergate.benchmarks.jmh;

import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.LocatorAdapter;
import io.jsonwebtoken.ProtectedHeader;
import java.security.Key;
import java.security.PublicKey;
import java.util.Map;
import java.util.concurrent.Callable;

/** jjwt's parser, its key located by {@code kid}. It checks {@code exp} where there is one. */
record JjwtParser(JwtParser parser) implements Contender {

  static JjwtParser of(Mint mint) {
    return new JjwtParser(
        Jwts.parser()
            .keyLocator(new KeysById(mint.byKeyId(PublicKey.class)))
            .requireIssuer(Mint.ISSUER)
            .requireAudience(Mint.AUDIENCE)
            .build());
  }

  @Override
  public Callable<Object> verification(String token) {
    return () -> parser.parseSignedClaims(token);
  }

  private static final class KeysById extends LocatorAdapter<Key> {
    private final Map<String, PublicKey> keys;

    KeysById(Map<String, PublicKey> keys) {
      this.keys = keys;
    }

    @Override
    protected Key locate(ProtectedHeader header) {
      return keys.get(header.getKeyId());
    }
  }
}
