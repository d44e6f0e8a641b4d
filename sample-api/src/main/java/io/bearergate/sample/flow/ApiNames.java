package io.bearergate.sample.flow;

/** The identifiers of the sample's other APIs; they are the same at every authorization server. */
final class ApiNames {

  static final String BILLING = "https://api.bearergate.test/billing";
  static final String VAULT = "urn:bearergate:vault";

  private ApiNames() {}
}
