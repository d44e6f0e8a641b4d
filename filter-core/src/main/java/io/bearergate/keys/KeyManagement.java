package io.bearergate.keys;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the key of an encrypted token may be encrypted: the {@code alg} of a JWE (RFC 7518 §4). What
 * is not listed is refused: RSA1_5 and passwords as they are weak, {@code dir} and AES key wrap as
 * they share a secret.
 */
enum KeyManagement {
  RSA_OAEP_256("RSA-OAEP-256", "RSA", 256),
  RSA_OAEP_384("RSA-OAEP-384", "RSA", 384),
  RSA_OAEP_512("RSA-OAEP-512", "RSA", 512),
  ECDH_ES("ECDH-ES", "EC", 0),
  ECDH_ES_A128KW("ECDH-ES+A128KW", "EC", 128),
  ECDH_ES_A256KW("ECDH-ES+A256KW", "EC", 256);

  private final String name;
  private final String keyType;
  private final int bits;

  KeyManagement(String name, String keyType, int bits) {
    this.name = name;
    this.keyType = keyType;
    this.bits = bits;
  }

  /** The name in a header. */
  @Override
  public String toString() {
    return name;
  }

  /** Of the hash (RSA) or of the wrapping key (EC); 0 where nothing is wrapped. */
  int bits() {
    return bits;
  }

  static Optional<KeyManagement> named(String name) {
    return Stream.of(values()).filter(known -> known.name.equals(name)).findFirst();
  }

  /** All that a private key of this JCA name can do. */
  static Set<KeyManagement> of(String keyType) {
    return Stream.of(values())
        .filter(known -> known.keyType.equals(keyType))
        .collect(Collectors.toUnmodifiableSet());
  }
}
