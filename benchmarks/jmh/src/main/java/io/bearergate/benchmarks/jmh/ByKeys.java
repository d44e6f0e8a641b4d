package io.bearergate.benchmarks.jmh;

import com.nimbusds.jose.util.Base64URL;
import io.bearergate.config.Setting;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Cost of a token never seen before against the number of keys in the issuer's set. */
@State(Scope.Thread)
public class ByKeys {

  private static final int TOKENS = 100;

  @Param({"1", "10", "50", "100", "200", "300", "400", "500"})
  public int keys;

  private List<String> tokens;
  private BearergateVerifier verifier;
  private int next;

  @Setup
  public void open() {
    Mint mint = Mint.of("RS256");
    tokens = mint.tokens(TOKENS);
    verifier =
        BearergateVerifier.of(
            BearergateVerifier.forgetfulSettings(mint)
                .set(Setting.JWKS, Mint.jwks(crowd(mint.key().publicJwk())))
                .build());
  }

  /** The issuer's key, last among others: numbers as long as keys, which nobody signs with. */
  private List<Map<String, Object>> crowd(Map<String, Object> real) {
    Random random = new Random(1);
    List<Map<String, Object>> all = new ArrayList<>();
    for (int i = 1; i < keys; i++) {
      Map<String, Object> other = new HashMap<>(real);
      other.put("kid", "other-" + i);
      other.put(
          "n", Base64URL.encode(new BigInteger(2048, random).setBit(2047).setBit(0)).toString());
      all.add(other);
    }
    all.add(real);
    return all;
  }

  @Benchmark
  public Object verify() {
    next = (next + 1) % TOKENS;
    return verifier.verify(tokens.get(next));
  }
}
