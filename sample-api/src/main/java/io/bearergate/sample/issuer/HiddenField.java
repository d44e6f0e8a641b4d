package io.bearergate.sample.issuer;

/** A value a form takes along. */
final class HiddenField {

  private HiddenField() {}

  static String of(String name, String value) {
    return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
        .formatted(Page.escape(name), Page.escape(value));
  }
}
