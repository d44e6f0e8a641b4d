package io.bearergate.http;

import static io.bearergate.rejection.Rejection.Reason.REPEATED_CREDENTIALS;

import io.bearergate.rejection.Rejection;
import java.util.List;

/**
 * What a request presents, by the {@code Authorization} header alone (RFC 6750 §2.1): exactly one
 * of three. The query and the body are never read.
 */
public sealed interface Credentials {

  /** The schemes that carry an access token. */
  enum Scheme {
    BEARER("Bearer"),
    DPOP("DPoP");

    private final String label;

    Scheme(String label) {
      this.label = label;
    }

    /** As registered: what {@code getAuthType} gives and challenges begin with. */
    public String label() {
      return label;
    }
  }

  /** Nothing, or a scheme that is none of ours. */
  record None() implements Credentials {}

  /** Something that can be no token, under the scheme it came with. */
  record Malformed(Scheme scheme, Rejection rejection) implements Credentials {}

  /**
   * A token, nothing of it verified.
   *
   * @param field the value that it ends
   * @param start where in {@code field} it begins: to cut it out would copy it
   */
  record Presented(Scheme scheme, String field, int start) implements Credentials {

    /** A token by itself. */
    public Presented(Scheme scheme, String token) {
      this(scheme, token, 0);
    }

    /** The token, cut out. */
    public String token() {
      return field.substring(start);
    }

    /** These credentials, unless their token is malformed (RFC 6750 §2.1) or too long. */
    public Credentials checked(int maxTokenBytes) {
      return AuthorizationValue.checked(this, maxTokenBytes);
    }

    /** No token in a log by accident. */
    @Override
    public String toString() {
      return scheme.label();
    }
  }

  /**
   * Reads the credentials of {@code request}, and what their token is made of.
   *
   * @param maxTokenBytes a longer token is refused unread
   */
  static Credentials from(RequestView request, int maxTokenBytes) {
    Credentials named = named(request);
    return named instanceof Presented presented ? presented.checked(maxTokenBytes) : named;
  }

  /**
   * Reads the credentials of {@code request} for somebody who takes nothing but well-formed tokens,
   * and asks {@link Presented#checked} what was wrong with one that is refused.
   */
  static Credentials named(RequestView request) {
    List<String> values = request.headers("Authorization");
    if (values.size() > 1) {
      return new Malformed(
          Scheme.BEARER, Rejection.of(REPEATED_CREDENTIALS, "credentials presented twice"));
    }
    return values.isEmpty() ? new None() : AuthorizationValue.read(values.get(0));
  }
}
