package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import net.minidev.json.JSONObject;

/**
 * {@code {"advance":901}}: moves the clock on by seconds, a century at most, by 0 too, and tells the
 * time. Never back.
 */
record ClockLever(InstantSource clock) implements ControlEndpoint.Lever {

  private static final Duration MOST = Duration.ofDays(36_525);

  @Override
  public Map<String, ?> pull(JSONObject order) throws ParseException {
    long seconds = JSONObjectUtils.getLong(order, "advance");
    if (seconds < 0 || seconds > MOST.toSeconds()) {
      throw new ParseException("no span to move a clock on by");
    }
    if (!(clock instanceof VirtualClock virtual)) {
      throw new ParseException("this clock cannot be moved");
    }
    virtual.advance(Duration.ofSeconds(seconds));
    return Map.of("now", clock.instant().toString(), "seconds", clock.instant().getEpochSecond());
  }
}
