package io.bearergate.keys;

import java.net.HttpURLConnection;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the header fields of an answer say of time, and of its version. Dates count from the
 * answer's own {@code Date}, so that no wall clock of ours can be wrong; without one they say
 * nothing.
 *
 * @param values in any case of the name; several lines joined by commas (RFC 9110 §5.3)
 */
record AnswerFields(Map<String, String> values) {

  /** More digits than these are as good as for ever, and are not looked at. */
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private static final Pattern MAX_AGE =
      Pattern.compile("(?:^|[\\s,])max-age=\"?(\\d{1,9})(?!\\d)", Pattern.CASE_INSENSITIVE);

  /** A {@code no-cache} that names fields is about those alone (RFC 9111 §5.2.2.4). */
  private static final Pattern NOT_KEPT =
      Pattern.compile("(?:^|[\\s,])(?:no-store|no-cache)\\s*(?:,|$)", Pattern.CASE_INSENSITIVE);

  private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7E]{0,256}\"");

  static AnswerFields of(HttpURLConnection connection) {
    Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 1; connection.getHeaderField(i) != null; i++) { // the 0th is the status line
      String name = connection.getHeaderFieldKey(i);
      if (name != null) {
        values.merge(name, connection.getHeaderField(i), (one, next) -> one + ", " + next);
      }
    }
    return new AnswerFields(values);
  }

  /** How long the answer may be kept (RFC 9111 §4.2); empty when nothing is said. */
  Optional<Duration> freshFor() {
    return lifetime()
        .map(lifetime -> notNegative(lifetime.minus(seconds("Age").orElse(Duration.ZERO))));
  }

  private Optional<Duration> lifetime() {
    String control = values.get("Cache-Control");
    if (control != null && NOT_KEPT.matcher(control).find()) {
      return Optional.of(Duration.ZERO);
    }
    Matcher age = MAX_AGE.matcher(control == null ? "" : control);
    Optional<Duration> shortest =
        age.results()
            .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))))
            .min(Duration::compareTo);
    return shortest.or(this::untilExpiry);
  }

  /** What is no date has expired already (RFC 9111 §5.3). */
  private Optional<Duration> untilExpiry() {
    if (values.get("Expires") == null) {
      return Optional.empty();
    }
    return date("Expires").isEmpty() ? Optional.of(Duration.ZERO) : until("Expires");
  }

  /** When the issuer wants to be asked again (RFC 9110 §10.2.3). */
  Optional<Duration> retryAfter() {
    return seconds("Retry-After").or(() -> until("Retry-After"));
  }

  /** The version of what was answered (RFC 9110 §8.8.3), if one can be asked about again. */
  Optional<String> entityTag() {
    return Optional.ofNullable(values.get("ETag")).filter(tag -> ENTITY_TAG.matcher(tag).matches());
  }

  private Optional<Duration> seconds(String name) {
    return Optional.ofNullable(values.get(name))
        .filter(text -> SECONDS.matcher(text).matches())
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }

  private Optional<Duration> until(String name) {
    return date("Date")
        .flatMap(sent -> date(name).map(then -> notNegative(Duration.between(sent, then))));
  }

  private static Duration notNegative(Duration span) {
    return span.isNegative() ? Duration.ZERO : span;
  }

  private Optional<Instant> date(String name) {
    try {
      return Optional.ofNullable(values.get(name))
          .map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
