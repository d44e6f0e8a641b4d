package io.bearergate.token;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The value of one claim, or its absence, read as the type that is wanted; empty when it is absent
 * or of another type. Immutable.
 */
public final class Claim {

  private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

  /** More than a token grants as a rule. */
  private static final int FEW = 4;

  private final @Nullable Object value;

  Claim(@Nullable Object value) {
    this.value = value;
  }

  /** Whether the token has it, with a value other than JSON {@code null}. */
  public boolean isPresent() {
    return value != null;
  }

  /** A JSON string. */
  public Optional<String> asText() {
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** An integer that fits 64 bits. */
  public Optional<Long> asLong() {
    return value instanceof Long number ? Optional.of(number) : Optional.empty();
  }

  /** Any JSON number, exactly. */
  public Optional<BigDecimal> asDecimal() {
    return value instanceof Long number
        ? Optional.of(BigDecimal.valueOf(number))
        : value instanceof BigDecimal decimal ? Optional.of(decimal) : Optional.empty();
  }

  /**
   * A sum of money or the like: a JSON number, or a string of nothing but a decimal number, exactly
   * as written ({@code 12.50} and {@code "12.50"} alike; no exponent in a string). Compare with
   * {@link BigDecimal#compareTo}: {@code equals} tells {@code 12.5} and {@code 12.50} apart.
   */
  public Optional<BigDecimal> asAmount() {
    return value instanceof String text && AMOUNT.matcher(text).matches()
        ? Optional.of(new BigDecimal(text))
        : asDecimal();
  }

  /** {@code true} or {@code false}. */
  public Optional<Boolean> asBoolean() {
    return value instanceof Boolean truth ? Optional.of(truth) : Optional.empty();
  }

  /** A NumericDate of the years 1970 to 9999 (RFC 7519 §2); a fraction of a second is dropped. */
  public Optional<Instant> asTime() {
    if (value instanceof Long seconds) {
      return seconds >= 0 && seconds <= NumericDate.LAST_SECOND
          ? Optional.of(Instant.ofEpochSecond(seconds))
          : Optional.empty();
    }
    return asDecimal()
        .filter(seconds -> seconds.signum() >= 0 && seconds.compareTo(NumericDate.LAST) <= 0)
        .map(seconds -> Instant.ofEpochSecond(seconds.longValue()));
  }

  /**
   * The words of a string parted by spaces, the strings of an array, or the member names of an
   * object; else none.
   */
  public List<String> asWords() {
    if (value instanceof String text) {
      return wordsOf(text);
    }
    return value instanceof Map<?, ?> members ? textsAmong(members.keySet()) : asTexts();
  }

  private static List<String> wordsOf(String text) {
    List<String> words = new ArrayList<>(FEW);
    int end;
    for (int start = 0; start < text.length(); start = end + 1) {
      int space = text.indexOf(' ', start);
      end = space < 0 ? text.length() : space;
      if (end > start) {
        words.add(text.substring(start, end));
      }
    }
    return Collections.unmodifiableList(words);
  }

  /** The strings of an array, or a string by itself; what is no string is left out. */
  public List<String> asTexts() {
    if (value instanceof String text) {
      return List.of(text);
    }
    return value instanceof List<?> elements ? textsAmong(elements) : List.of();
  }

  private static List<String> textsAmong(Collection<?> elements) {
    List<String> texts = new ArrayList<>(elements.size());
    for (Object element : elements) {
      if (element instanceof String text) {
        texts.add(text);
      }
    }
    return Collections.unmodifiableList(texts);
  }

  /**
   * None when absent; a string or an array of nothing but strings (RFC 7519 §4.1.3); empty for
   * every other shape.
   */
  Optional<List<String>> asAudience() {
    List<String> texts = asTexts();
    boolean mixed = value instanceof List<?> elements && elements.size() != texts.size();
    boolean other = value != null && !(value instanceof String) && !(value instanceof List<?>);
    return mixed || other ? Optional.empty() : Optional.of(texts);
  }

  boolean isList() {
    return value instanceof List<?>;
  }

  /** A JSON array; else empty. */
  public List<Object> asList() {
    return value instanceof List<?> elements ? Collections.unmodifiableList(elements) : List.of();
  }

  /** A JSON object, not to be changed, nor what is in it. */
  @SuppressWarnings("unchecked") // the reader makes no other maps
  public Optional<Map<String, Object>> asObject() {
    return value instanceof Map<?, ?> members
        ? Optional.of((Map<String, Object>) members)
        : Optional.empty();
  }

  /** Names no value: claims do not belong in logs. */
  @Override
  public String toString() {
    return isPresent() ? "Claim[present]" : "Claim[absent]";
  }

  /** The bounds of a NumericDate. */
  private static final class NumericDate {
    static final long LAST_SECOND = 253_402_300_799L;
    static final BigDecimal LAST = BigDecimal.valueOf(LAST_SECOND);

    private NumericDate() {}
  }
}
