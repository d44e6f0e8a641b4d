package io.bearergate.benchmarks.http;

import java.util.List;

/** Who is compared. */
enum Peer {
  NO_SECURITY("no security", "none", false),
  BEARERGATE("Bearergate", "bearergate", false),
  BEARERGATE_ACCELERATED("Bearergate, Corretto provider", "bearergate", true),
  NIMBUS("hand-written Nimbus filter", "nimbus", false),
  NIMBUS_ACCELERATED("Nimbus filter, Corretto provider", "nimbus", true),
  PAC4J("pac4j", "pac4j", false),
  SPRING("Spring Security", "spring", false),
  HAPROXY("HAProxy `jwt_verify`", "none", false);

  static final List<Peer> WITH_JDK = List.of(NO_SECURITY, BEARERGATE, NIMBUS, PAC4J, SPRING);

  private final String title;
  private final String protection;
  private final boolean accelerated;

  Peer(String title, String protection, boolean accelerated) {
    this.title = title;
    this.protection = protection;
    this.accelerated = accelerated;
  }

  String title() {
    return title;
  }

  /** What the Jetty behind this name is started with. */
  String protection() {
    return protection;
  }

  /** Whether Amazon Corretto Crypto Provider verifies. */
  boolean isAccelerated() {
    return accelerated;
  }

  /** Whether it competes with the filter. */
  boolean isRival() {
    return this != NO_SECURITY && this != BEARERGATE && this != BEARERGATE_ACCELERATED;
  }

  /** What a genuine token of another issuer or for another audience is answered with. */
  int foreignTokenStatus() {
    return this == PAC4J ? 403 : 401;
  }
}
