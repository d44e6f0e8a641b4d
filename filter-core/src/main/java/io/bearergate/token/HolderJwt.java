package io.bearergate.token;

import io.bearergate.keys.JwsAlgorithm;
import java.util.Map;
import java.util.Optional;

/**
 * A JWT whose header brings the key that signed it (RFC 9449 §4.2). All it proves is that whoever
 * made it holds that key. Immutable.
 */
public final class HolderJwt {

  private final CompactJws jws;
  private final HolderKey holder;

  private HolderJwt(CompactJws jws, HolderKey holder) {
    this.jws = jws;
    this.holder = holder;
  }

  /**
   * Takes one apart; nothing of it is verified.
   *
   * @return empty unless it is three parts of strict base64url and JSON that want nothing we do not
   *     understand
   */
  public static Optional<HolderJwt> parse(String compact) {
    return CompactJws.parse(compact)
        .filter(jws -> !jws.header().has("crit") && !jws.header().hasUnencodedPayload())
        .map(jws -> new HolderJwt(jws, HolderKey.in(jws.header())));
  }

  /**
   * The same for one whose header is known: every JWT of one client has the same, to the letter.
   *
   * @param holder of an earlier one with the same {@link #headerOf}
   */
  public static Optional<HolderJwt> parse(String compact, HolderKey holder) {
    return CompactJws.parse(compact, 0, holder.header()).map(jws -> new HolderJwt(jws, holder));
  }

  /** The first part as it stands, without any dot. */
  public static String headerOf(String compact) {
    return compact.substring(0, Math.max(0, compact.indexOf('.')));
  }

  /** The {@code typ} as it stands. */
  public Optional<String> type() {
    return jws.header().text("typ");
  }

  /** The {@code alg}, if it is one we know. */
  public Optional<JwsAlgorithm> algorithm() {
    return jws.header().algorithm();
  }

  /** The {@code jwk}; without members when there is none. */
  public Map<String, Object> key() {
    return holder.jwk();
  }

  /** The header, to know it again by. */
  public HolderKey holder() {
    return holder;
  }

  /** Whether {@link #key} is a fit public key, and its private half made the signature. */
  public boolean isSignedByItsKey() {
    return algorithm()
        .flatMap(
            algorithm ->
                holder
                    .prepared()
                    .filter(key -> key.verifies(algorithm, jws.signingInput(), jws.signature())))
        .isPresent();
  }

  /** A claim by its exact name. */
  public Claim claim(String name) {
    return jws.claims().named(name);
  }

  /** No proof in a log by accident. */
  @Override
  public String toString() {
    return "HolderJwt";
  }
}
