package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.minidev.json.JSONObject;

/**
 * {@code {"path":"/.well-known/jwks.json","status":503,"count":3}}: the next requests for a path
 * get an error and nothing else. Thread-safe.
 */
final class Outages implements ControlEndpoint.Lever {

  private static final int LOWEST_ERROR = 400;
  private static final int HIGHEST_ERROR = 599;

  private final Map<String, Outage> byPath = new ConcurrentHashMap<>();

  private record Outage(int status, AtomicInteger left) {}

  @Override
  public Map<String, ?> pull(JSONObject order) throws ParseException {
    String path = JSONObjectUtils.getString(order, "path");
    int status = JSONObjectUtils.getInt(order, "status");
    int count = JSONObjectUtils.getInt(order, "count");
    if (status < LOWEST_ERROR || status > HIGHEST_ERROR || count < 0 || Controls.has(path)) {
      throw new ParseException("no such outage");
    }
    byPath.put(path, new Outage(status, new AtomicInteger(count)));
    return order;
  }

  /** The status this request is to get instead of an answer, if it falls into an outage. */
  Optional<Integer> strike(String path) {
    return Optional.ofNullable(byPath.get(path))
        .filter(outage -> outage.left().getAndUpdate(left -> Math.max(0, left - 1)) > 0)
        .map(Outage::status);
  }
}
