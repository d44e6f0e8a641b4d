package io.bearergate.json;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object (RFC 8259) and takes nothing that two readers could understand differently:
 * no duplicate member, no comment, no trailing comma, no byte order mark, no malformed UTF-8, no
 * lone surrogate. Nesting and numbers are bounded.
 *
 * <p>Of our own making because what judges a token must not be lenient, and the JOSE library's
 * reader is. Values come out as {@link String}, {@link Long}, {@link BigDecimal}, {@link Boolean},
 * {@link List}, {@link Map} and null, none of them to be changed.
 */
public final class JsonReader {

  /** Deepest nesting; the outermost object counts as one. */
  static final int DEEPEST = 32;

  /** Longest number, in characters; a 64-bit integer has 20. */
  static final int LONGEST_NUMBER = 64;

  private static final int MOST_EXPONENT_DIGITS = 3;

  /** A whole number of fewer characters fits 64 bits whatever it is. */
  private static final int DIGITS_OF_ANY_LONG = 19;

  private final byte[] text;
  private int at;

  private JsonReader(byte[] text) {
    this.text = text;
  }

  /** The object that {@code utf8} is; empty if it is anything else. */
  public static Optional<Map<String, Object>> readObject(byte[] utf8) {
    try {
      mustBeUtf8(utf8);
      JsonReader reader = new JsonReader(utf8);
      reader.skipSpace();
      Map<String, Object> object = reader.object(DEEPEST);
      reader.skipSpace();
      return reader.at == utf8.length ? Optional.of(object) : Optional.empty();
    } catch (NotJson | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** What is good as a whole is good between any two quotes, which are one octet each. */
  private static void mustBeUtf8(byte[] text) throws CharacterCodingException {
    int all = 0;
    for (byte octet : text) {
      all |= octet;
    }
    if (all < 0) { // not ASCII alone
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
    }
  }

  private @Nullable Object value(int depth) {
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> literal("true", true);
      case 'f' -> literal("false", false);
      case 'n' -> literal("null", null);
      default -> number();
    };
  }

  private Map<String, Object> object(int depth) {
    enter('{', depth);
    Map<String, Object> members = new LinkedHashMap<>();
    if (!closes('}')) {
      do {
        member(members, depth);
      } while (goesOn('}'));
    }
    return Collections.unmodifiableMap(members);
  }

  @SuppressWarnings("NullAway") // JSON null is a member whose value is null
  private void member(Map<String, Object> members, int depth) {
    skipSpace();
    String name = name();
    skipSpace();
    expect(':');
    skipSpace();
    int others = members.size();
    members.put(name, value(depth - 1));
    if (members.size() == others) {
      throw new NotJson();
    }
  }

  @SuppressWarnings("NullAway") // JSON null is an element that is null
  private List<Object> array(int depth) {
    enter('[', depth);
    List<Object> elements = new ArrayList<>();
    if (!closes(']')) {
      do {
        skipSpace();
        elements.add(value(depth - 1));
      } while (goesOn(']'));
    }
    return Collections.unmodifiableList(elements);
  }

  private void enter(char opening, int depth) {
    expect(opening);
    if (depth == 0) {
      throw new NotJson();
    }
  }

  private boolean closes(char closing) {
    skipSpace();
    if (peek() == closing) {
      at++;
      return true;
    }
    return false;
  }

  private boolean goesOn(char closing) {
    skipSpace();
    int next = next();
    if (next != ',' && next != closing) {
      throw new NotJson();
    }
    return next == ',';
  }

  private String name() {
    int quote = at;
    expect('"');
    skipPlain();
    String known = accept('"') ? KnownNames.of(text, quote + 1, at - 1) : null;
    if (known != null) {
      return known;
    }
    at = quote;
    return string();
  }

  private String string() {
    expect('"');
    int start = at;
    skipPlain();
    if (accept('"')) {
      return between(start, at - 1);
    }
    at = start;
    return escapedString();
  }

  /** Goes past what a string holds as it is. */
  private void skipPlain() {
    byte[] octets = text;
    int to = at;
    while (to < octets.length && isPlain(octets[to])) {
      to++;
    }
    at = to;
  }

  private static boolean isPlain(byte octet) {
    return octet != '"' && octet != '\\' && (octet >= ' ' || octet < 0);
  }

  private String escapedString() {
    StringBuilder unescaped = new StringBuilder();
    while (true) {
      int start = at;
      skipPlain();
      unescaped.append(between(start, at));
      int next = next();
      if (next == '"') {
        return withoutLoneSurrogates(unescaped.toString());
      }
      if (next != '\\') {
        throw new NotJson();
      }
      unescaped.append(escape());
    }
  }

  private String between(int from, int to) {
    return new String(text, from, to - from, StandardCharsets.UTF_8);
  }

  private char escape() {
    int next = next();
    return switch (next) {
      case '"', '\\', '/' -> (char) next;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> (char) (hex() << 12 | hex() << 8 | hex() << 4 | hex());
      default -> throw new NotJson();
    };
  }

  private int hex() {
    int digit = next();
    int value = digit < 128 ? Character.digit(digit, 16) : -1;
    if (value < 0) {
      throw new NotJson();
    }
    return value;
  }

  private static String withoutLoneSurrogates(String unescaped) {
    if (unescaped.codePoints().anyMatch(point -> point >= 0xD800 && point <= 0xDFFF)) {
      throw new NotJson();
    }
    return unescaped;
  }

  private @Nullable Object literal(String word, @Nullable Object meaning) {
    for (int i = 0; i < word.length(); i++) {
      expect(word.charAt(i));
    }
    return meaning;
  }

  private Object number() {
    int start = at;
    accept('-');
    if (!accept('0')) {
      digits();
    }
    boolean whole = true;
    if (accept('.')) {
      whole = false;
      digits();
    }
    if (accept('e') || accept('E')) {
      whole = false;
      exponent();
    }
    return numberFrom(start, whole);
  }

  private void exponent() {
    if (!accept('+')) {
      accept('-');
    }
    if (digits() > MOST_EXPONENT_DIGITS) {
      throw new NotJson();
    }
  }

  private Object numberFrom(int start, boolean whole) {
    if (at - start > LONGEST_NUMBER) {
      throw new NotJson();
    }
    if (whole && at - start < DIGITS_OF_ANY_LONG) {
      return smallFrom(start);
    }
    BigDecimal decimal = new BigDecimal(between(start, at));
    boolean fitsLong = whole && decimal.toBigInteger().bitLength() < Long.SIZE;
    return fitsLong ? (Object) decimal.longValue() : decimal;
  }

  private long smallFrom(int start) {
    boolean negative = text[start] == '-';
    long number = 0;
    for (int i = negative ? start + 1 : start; i < at; i++) {
      number = number * 10 + (text[i] - '0');
    }
    return negative ? -number : number;
  }

  private int digits() {
    int start = at;
    while (at < text.length && text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    if (at == start) {
      throw new NotJson();
    }
    return at - start;
  }

  private boolean accept(char wanted) {
    if (at < text.length && text[at] == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char wanted) {
    if (next() != wanted) {
      throw new NotJson();
    }
  }

  /** An octet; 128 and more are parts of a character that is not ASCII. */
  private int peek() {
    if (at == text.length) {
      throw new NotJson();
    }
    return text[at] & 0xff;
  }

  private int next() {
    int next = peek();
    at++;
    return next;
  }

  private void skipSpace() {
    while (at < text.length && isSpace(text[at])) {
      at++;
    }
  }

  private static boolean isSpace(byte octet) {
    return octet == ' ' || octet == '\t' || octet == '\n' || octet == '\r';
  }

  /** Never leaves this class; carries nothing, so that bad input costs no stack trace. */
  private static final class NotJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotJson() {
      super(null, null, false, false);
    }
  }
}
