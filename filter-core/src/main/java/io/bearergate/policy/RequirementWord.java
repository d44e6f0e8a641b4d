package io.bearergate.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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
  AUDIENCE(Form.VALUES),
  ACR(Form.VALUES),
  MAX_AGE(Form.VALUE),
  AUTHORIZATION_DETAILS(Form.VALUE),
  SENDER_CONSTRAINED(Form.BARE);

  /** What may stand beside a word. */
  private enum Form {
    ALONE,
    BARE,
    VALUE,
    VALUES
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
    String all = "Write one of " + String.join(", ", words);
    String hint =
        NearestName.to(text.toLowerCase(Locale.ROOT), words)
            .map(word -> "Did you mean " + word + "?")
            .orElse(all);
    return text.isEmpty()
        ? "a requirement is missing. " + all
        : "\"" + text + "\" is not a requirement. " + hint;
  }

  boolean standsAlone() {
    return form == Form.ALONE;
  }

  /** Which check of a request it adds to: those of the token, the user, then what is granted. */
  int step() {
    return switch (this) {
      case AUDIENCE -> 10;
      case SENDER_CONSTRAINED -> 12;
      case ACR, MAX_AGE -> 14;
      default -> 15;
    };
  }

  boolean isAboutScopes() {
    return this == SCOPE || this == ANY_SCOPE;
  }

  /** Throws an {@link IllegalArgumentException} unless {@code values} may stand behind the word. */
  void check(List<String> values) {
    boolean valued = form == Form.VALUE || form == Form.VALUES;
    if (valued == values.isEmpty()) {
      throw new IllegalArgumentException(
          values.isEmpty()
              ? this + " needs a value, as in \"" + this + " " + example() + "\""
              : this + " takes no value; a comma parts requirements");
    }
    if (form == Form.VALUE && values.size() > 1) {
      throw new IllegalArgumentException(this + " takes one value; a comma parts requirements");
    }
    if (isAboutScopes() || this == ACR) {
      values.forEach(this::checkQuotable);
    }
  }

  private String example() {
    return switch (this) {
      case MAX_AGE -> "5m";
      case AUTHORIZATION_DETAILS -> "TYPE.action";
      default -> "a b";
    };
  }

  /** RFC 6749 §3.3: what else may stand in a challenge's {@code scope} or {@code acr_values}. */
  private void checkQuotable(String value) {
    if (!value.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '"' && c != '\\')) {
      throw new IllegalArgumentException(
          "\"%s\" is no %s: printable ASCII without \" and \\ (RFC 6749 section 3.3)"
              .formatted(value, isAboutScopes() ? "scope" : this));
    }
  }
}
