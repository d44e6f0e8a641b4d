package io.bearergate.sample.issuer;

/**
 * The value a form must carry: nobody can work it out who does not have the cookie (CSRF).
 *
 * @param session the browser's session cookie
 * @param purpose what the form is for
 */
record FormToken(String session, String purpose) {

  static final String FIELD = "csrf";

  String hiddenField() {
    return HiddenField.of(FIELD, value());
  }

  boolean isIn(Parameters form) {
    return form.single(FIELD).filter(sent -> Digest.of(value()).fits(sent)).isPresent();
  }

  private String value() {
    return Digest.of(session + "." + purpose).value();
  }
}
