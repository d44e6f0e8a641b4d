package io.bearergate.sample.issuer;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;

/** Whom a client means: a subject identifier in the format iss_sub (RFC 9493 §3.2.4). */
record LoginHint(String issuer, String subject) {

  static Optional<LoginHint> parse(String text) {
    try {
      Map<String, Object> json = JSONObjectUtils.parse(text);
      return "iss_sub".equals(json.get("format"))
              && json.get("iss") instanceof String issuer
              && json.get("sub") instanceof String subject
          ? Optional.of(new LoginHint(issuer, subject))
          : Optional.empty();
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}
