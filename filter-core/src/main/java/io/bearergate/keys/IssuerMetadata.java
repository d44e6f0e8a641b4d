package io.bearergate.keys;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An issuer's metadata, from which only {@code jwks_uri} is taken. The address is remembered for an
 * hour and read again sooner when it gives no keys; while the metadata itself cannot be had, the
 * remembered address serves. Only the one fetch in flight uses it, but on changing threads.
 */
final class IssuerMetadata {

  private record Remembered(URI jwksUri, long readAt) {}

  private static final Logger LOG = System.getLogger("io.bearergate.keys");
  private static final Duration MOST_AGE = Duration.ofHours(1);

  private final String issuer;
  private final List<URI> places;
  private final HttpGet http;
  private final LongSupplier nanoClock;
  private volatile @Nullable Remembered remembered;
  private volatile boolean doubted;
  private volatile boolean mismatchTold;

  IssuerMetadata(String issuer, List<URI> places, HttpGet http, LongSupplier nanoClock) {
    this.issuer = issuer;
    this.places = places;
    this.http = http;
    this.nanoClock = nanoClock;
  }

  URI jwksUri(Attempt attempt) throws IOException {
    Remembered known = remembered;
    long now = nanoClock.getAsLong();
    if (known != null && !doubted && now - known.readAt < MOST_AGE.toNanos()) {
      return known.jwksUri;
    }
    if (known != null) {
      // Should this call hang, the next attempt goes to the address we know.
      remembered = new Remembered(known.jwksUri, now);
      doubted = false;
    }
    try {
      URI read = read(attempt);
      remembered = new Remembered(read, now);
      doubted = false;
      return read;
    } catch (IOException e) { // a bad answer, or none
      if (known != null) {
        return known.jwksUri;
      }
      throw e;
    }
  }

  /** Read the metadata again next time. */
  void doubt() {
    doubted = true;
  }

  /** An issuer that does not answer at all is not asked for the other places too. */
  private URI read(Attempt attempt) throws IOException {
    BadAnswer last = new BadAnswer("cannot be found: the metadata has no place");
    for (URI place : places) {
      try {
        return jwksUriIn(place, http.get(place, Optional.empty(), attempt));
      } catch (BadAnswer e) {
        last = new BadAnswer("cannot be found: the metadata " + e.getMessage());
      }
    }
    throw last;
  }

  private URI jwksUriIn(URI place, Answer answer) throws BadAnswer {
    MetadataDocument document = MetadataDocument.parse(answer.body().orElse(""));
    if (!issuer.equals(document.issuer())) {
      warnOfMismatch(place, document);
      throw new BadAnswer("names another issuer");
    }
    return document.keysNamedFrom(Origin.of(place).orElseThrow());
  }

  /** Once: it is a mistake in the settings or at the issuer, and stays until somebody acts. */
  private void warnOfMismatch(URI place, MetadataDocument document) {
    if (!mismatchTold) {
      mismatchTold = true;
      LOG.log(
          Level.WARNING,
          "The metadata at {0} names the issuer {1}, but the setting issuer is {2}: the metadata is ignored."
              + " If the tokens carry {1}, set issuer to exactly that",
          place,
          document.shownIssuer(),
          issuer);
    }
  }
}
