package io.bearergate.token;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
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
      return seconds >= 0 && seconds <= NumericDate.LAST.longValue()
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
      return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }
    if (value instanceof Map<?, ?> members) {
      return members.keySet().stream().map(String.class::cast).toList();
    }
    return asTexts();
  }

  /** The strings of an array, or a string by itself; what is no string is left out. */
  public List<String> asTexts() {
    if (value instanceof String text) {
      return List.of(text);
    }
    return asList().stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  /**
   * None when absent; a string or an array of nothing but strings (RFC 7519 §4.1.3); empty for
   * every other shape.
   */
  Optional<List<String>> asAudience() {
    boolean mixed = value instanceof List<?> elements && elements.size() != asTexts().size();
    boolean other = value != null && !(value instanceof String) && !(value instanceof List<?>);
    return mixed || other ? Optional.empty() : Optional.of(asTexts());
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
    static final BigDecimal LAST = BigDecimal.valueOf(253_402_300_799L);

    private NumericDate() {}
  }
}
