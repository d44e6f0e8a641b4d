package io.bearergate.benchmarks.jmh;

/** Every contender, by the name it has in results. */
public enum Contenders {
  RAW("raw signature", true),
  BEARERGATE("Bearergate", true),
  NIMBUS("nimbus-jose-jwt", false),
  JOSE4J("jose4j", true),
  JAVA_JWT("java-jwt", false),
  JJWT("jjwt", true);

  private final String label;
  private final boolean withEdwardsCurves;

  Contenders(String label, boolean withEdwardsCurves) {
    this.label = label;
    this.withEdwardsCurves = withEdwardsCurves;
  }

  String label() {
    return label;
  }

  /** Whether it verifies this algorithm as it is, without a further library. */
  boolean verifies(String algorithm) {
    return withEdwardsCurves || !algorithm.equals("EdDSA");
  }

  /** Makes one ready for the tokens of {@code mint}, its key at hand by {@code kid}. */
  Contender ready(Mint mint, SignatureProvider provider) throws Exception {
    return switch (this) {
      case RAW -> RawSignature.of(mint.key(), provider);
      case BEARERGATE -> BearergateVerifier.forgetful(mint);
      case NIMBUS -> NimbusProcessor.of(mint);
      case JOSE4J -> Jose4jConsumer.of(mint);
      case JAVA_JWT -> JavaJwtVerifier.of(mint);
      case JJWT -> JjwtParser.of(mint);
    };
  }
}
