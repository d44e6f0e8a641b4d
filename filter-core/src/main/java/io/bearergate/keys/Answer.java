package io.bearergate.keys;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A good answer of an issuer.
 *
 * @param body read as UTF-8
 * @param maxAge what {@code Cache-Control: max-age} says (RFC 9111 §5.2.2.1)
 */
record Answer(String body, Optional<Duration> maxAge) {

  /** More digits than this are as good as for ever, and are not looked at. */
  private static final Pattern MAX_AGE =
      Pattern.compile("(?:^|[\\s,])max-age=\"?(\\d{1,9})(?!\\d)", Pattern.CASE_INSENSITIVE);

  static Answer of(byte[] body, @Nullable String cacheControl) {
    Matcher age = MAX_AGE.matcher(cacheControl == null ? "" : cacheControl);
    Optional<Duration> maxAge =
        age.find()
            ? Optional.of(Duration.ofSeconds(Long.parseLong(age.group(1))))
            : Optional.empty();
    return new Answer(new String(body, StandardCharsets.UTF_8), maxAge);
  }
}
