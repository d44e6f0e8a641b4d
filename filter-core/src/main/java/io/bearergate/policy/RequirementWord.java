package io.bearergate.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words that a requirement may begin with. */
enum RequirementWord {
  OPEN(Form.ALONE),
  OPTIONAL(Form.ALONE),
  DENY(Form.ALONE),
  TOKEN(Form.BARE),
  SCOPE(Form.VALUES),
  ANY_SCOPE(Form.VALUES),
  PERMISSION(Form.VALUES),
  ROLE(Form.VALUES),
  CLIENT(Form.VALUES),
  AUDIENCE(Form.LATER),
  ACR(Form.LATER),
  MAX_AGE(Form.LATER),
  AUTHORIZATION_DETAILS(Form.LATER),
  SENDER_CONSTRAINED(Form.BARE);

  /** What may stand beside a word. */
  private enum Form {
    ALONE,
    BARE,
    VALUES,
    LATER
  }

  private final Form form;

  RequirementWord(Form form) {
    this.form = form;
  }

  /** The word as written. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static RequirementWord of(String text) {
    return Arrays.stream(values())
        .filter(word -> word.toString().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(text)));
  }

  private static String unknown(String text) {
    List<String> words = Arrays.stream(values()).map(RequirementWord::toString).toList();
    String hint =
        NearestName.to(text.toLowerCase(Locale.ROOT), words)
            .map(word -> "Did you mean " + word + "?")
            .orElse("Write one of " + available());
    return text.isEmpty()
        ? "a requirement is missing. Write one of " + available()
        : "\"" + text + "\" is not a requirement. " + hint;
  }

  private static String available() {
    return Arrays.stream(values())
        .filter(word -> word.form != Form.LATER)
        .map(RequirementWord::toString)
        .collect(Collectors.joining(", "));
  }

  boolean standsAlone() {
    return form == Form.ALONE;
  }

  boolean isAboutScopes() {
    return this == SCOPE || this == ANY_SCOPE;
  }

  /** Throws an {@link IllegalArgumentException} unless {@code values} may stand behind the word. */
  void check(List<String> values) {
    if (form == Form.LATER) {
      throw new IllegalArgumentException(this + " is not available in this version yet");
    }
    if ((form == Form.VALUES) == values.isEmpty()) {
      throw new IllegalArgumentException(
          values.isEmpty()
              ? this + " needs a value, as in \"" + this + " a b\""
              : this + " takes no value; a comma parts requirements");
    }
    if (isAboutScopes()) {
      values.forEach(RequirementWord::checkScope);
    }
  }

  /** RFC 6749 §3.3: what else may stand in a challenge's {@code scope}. */
  private static void checkScope(String scope) {
    if (!scope.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '"' && c != '\\')) {
      throw new IllegalArgumentException(
          "\""
              + scope
              + "\" is no scope: printable ASCII without \" and \\ (RFC 6749 section 3.3)");
    }
  }
}
