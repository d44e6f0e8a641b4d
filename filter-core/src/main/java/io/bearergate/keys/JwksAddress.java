package io.bearergate.keys;

import java.io.IOException;
import java.net.URI;

/** How a source finds out where its key set is. Used by one fetch at a time. */
sealed interface JwksAddress {

  /** The address to fetch from, asked before every fetch. */
  URI find(Attempt attempt) throws IOException;

  /** The last address gave no good set. */
  void failed();

  /** An address that was configured. */
  record Configured(URI address) implements JwksAddress {
    @Override
    public URI find(Attempt attempt) {
      return address;
    }

    @Override
    public void failed() {
      // There is no other.
    }
  }

  /** An address that the issuer's metadata names. */
  record Named(IssuerMetadata metadata) implements JwksAddress {
    @Override
    public URI find(Attempt attempt) throws IOException {
      return metadata.jwksUri(attempt);
    }

    @Override
    public void failed() {
      metadata.doubt();
    }
  }
}
