package io.bearergate.keys;

import java.net.URI;
import java.util.Optional;

/**
 * A form for an issuer. Immutable.
 *
 * @param form as {@code application/x-www-form-urlencoded}, in ASCII
 * @param authorization the value of that header field, if it is sent
 * @param mediaType what the answer must be, without parameters
 */
public record FormPost(URI address, String form, Optional<String> authorization, String mediaType) {

  /** No token and no secret in a log by accident. */
  @Override
  public String toString() {
    return "FormPost";
  }
}
