package io.bearergate.sample.flow;

import com.nimbusds.jose.util.JSONObjectUtils;
import io.bearergate.sample.flow.Landscape.Account;
import java.util.Map;

/** What a server takes as {@code login_hint}; the standards leave it to the server. */
public enum LoginHint {
  /** The name the user logs in by. */
  USERNAME {
    @Override
    String of(String issuer, Account user) {
      return user.username();
    }
  },

  /** An object of issuer and subject (RFC 9493 §3.2.3), as Auth0 has it. */
  ISS_SUB {
    @Override
    String of(String issuer, Account user) {
      return JSONObjectUtils.toJSONString(
          Map.of("format", "iss_sub", "iss", issuer, "sub", user.subject()));
    }
  };

  abstract String of(String issuer, Account user);
}
