package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import java.util.Optional;

/**
 * Whether what a client presents proves that it is that client; one for each kind of credential.
 */
interface ClientProof {

  /** Empty for a client that does not exist: the answer takes as long and is the same. */
  boolean holds(Optional<Client> client, ClientAuthentication presented);

  /** A shared secret, in the header or in the body. */
  record Secret() implements ClientProof {

    private static final Digest NOBODYS = Digest.of(Handles.random());

    @Override
    public boolean holds(Optional<Client> client, ClientAuthentication presented) {
      Digest kept = client.flatMap(Client::secret).orElse(NOBODYS);
      return presented instanceof PlainClientSecret plain
          && kept.fits(plain.getClientSecret().getValue());
    }
  }
}
