package io.bearergate.keys;

import io.bearergate.keys.Attempt.Cause;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.HttpURLConnection;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Posts forms to issuers, bounded in time and size as {@link HttpGet} is; a redirect is never
 * followed, for it would take a token elsewhere. Thread-safe.
 */
final class FormPosts {

  private static final Logger LOG = System.getLogger("io.bearergate.keys");

  /** What an issuer answers to one form and not to another. */
  private static final Set<Integer> OF_ONE_FORM = Set.of(400, 409, 413, 414, 422);

  private final HttpGet http;
  private final Shared shared;
  private final Set<Attempt> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  FormPosts(HttpGet http, Shared shared) {
    this.http = http;
    this.shared = shared;
  }

  PostOutcome post(FormPost form) {
    Attempt attempt =
        new Attempt(Cause.KEY_ID, shared.nanoClock().getAsLong(), shared.threads(), Attempt::cut);
    running.add(attempt);
    try {
      if (closed) {
        return failed("the gate is closed");
      }
      return sent(form, attempt);
    } catch (BadAnswer e) {
      return new PostOutcome.Unusable("the answer " + e.getMessage());
    } catch (SSLException e) {
      LOG.log(Level.DEBUG, "Posting to an issuer failed", e);
      return failed("TLS with the issuer fails: see its host name, trust-store and key-store");
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "Posting to an issuer failed", e);
      return failed("the issuer cannot be reached, or is too slow");
    } finally {
      running.remove(attempt);
      attempt.finish(true);
    }
  }

  private static PostOutcome failed(String why) {
    return new PostOutcome.Failed(why, false, Duration.ZERO);
  }

  private PostOutcome sent(FormPost form, Attempt attempt) throws IOException {
    JwksRules rules = http.rules();
    attempt.allow(rules.connectTimeout().plus(rules.readTimeout()));
    HttpURLConnection connection = http.open(form.address(), form.mediaType(), attempt);
    try {
      byte[] body = form.form().getBytes(StandardCharsets.US_ASCII);
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
      form.authorization().ifPresent(own -> connection.setRequestProperty("Authorization", own));
      connection.connect();
      attempt.allow(rules.readTimeout());
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
      return judged(Response.of(connection, Optional.empty()), form.mediaType());
    } finally {
      attempt.disconnect();
    }
  }

  private PostOutcome judged(Response response, String mediaType) throws IOException {
    int status = response.status();
    if (status < 0) {
      return failed("the issuer answers with what is not HTTP");
    }
    if (status == HttpURLConnection.HTTP_UNAUTHORIZED
        || status == HttpURLConnection.HTTP_FORBIDDEN) {
      return new PostOutcome.Failed(
          "the issuer refuses our own credentials (HTTP status " + status + ")",
          true,
          Duration.ZERO);
    }
    if (OF_ONE_FORM.contains(status)) {
      return new PostOutcome.Unusable("the answer has HTTP status " + status);
    }
    if (status != HttpURLConnection.HTTP_OK) {
      Optional<Duration> later = AnswerFields.of(response.connection()).retryAfter();
      return new PostOutcome.Failed(
          "the issuer answers with HTTP status " + status, true, later.orElse(Duration.ZERO));
    }
    return isOf(mediaType, response.connection().getHeaderField("Content-Type"))
        ? answered(response.octets(http.rules().maxResponseBytes()))
        : new PostOutcome.Unusable("the answer is no " + mediaType);
  }

  private static PostOutcome answered(byte[] body) {
    try {
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return new PostOutcome.Answered(text.toString());
    } catch (CharacterCodingException e) {
      return new PostOutcome.Unusable("the answer is not UTF-8");
    }
  }

  /** Parameters are no part of it; several header fields are none we know. */
  private static boolean isOf(String mediaType, @Nullable String contentType) {
    String named = String.valueOf(contentType);
    int end = named.indexOf(';');
    String type = end < 0 ? named : named.substring(0, end);
    return type.strip().toLowerCase(Locale.ROOT).equals(mediaType);
  }

  /** Ends the calls that are being made; further ones fail. Never blocks. */
  void close() {
    closed = true;
    for (Attempt attempt : running) {
      shared.threads().start("cut", attempt::cut);
    }
  }
}
