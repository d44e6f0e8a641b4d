package io.bearergate.token;

/** What one provider does against the letter of a specification, and is granted by its preset. */
public enum Leniency {
  /**
   * A token that is bound to a certificate, and to no key, may come under the scheme {@code DPoP},
   * without a proof. The certificate must be the connection's all the same.
   */
  CERTIFICATE_UNDER_DPOP(
      "tokens bound to a certificate are taken under the scheme DPoP too, without a proof"),

  /** Tokens may leave {@code https://} out of their {@code iss}. */
  ISSUER_WITHOUT_SCHEME("iss may lack its https://");

  static final String SCHEME = "https://";

  private final String text;

  Leniency(String text) {
    this.text = text;
  }

  /** For the start log. */
  public String text() {
    return text;
  }
}
