package io.bearergate.benchmarks.http;

import io.bearergate.test.TestIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Base64;

/** One issuer, and the files that tell the servers of it. */
record Workplace(TestIssuer issuer, Path directory) {

  static Workplace of(TestIssuer issuer, Path directory) throws IOException {
    Files.createDirectories(directory);
    Workplace workplace = new Workplace(issuer, directory);
    Files.writeString(workplace.jwks(), issuer.jwks());
    Files.writeString(workplace.publicKey(), pem(issuer.key().pair().getPublic()));
    return workplace;
  }

  Path jwks() {
    return directory.resolve("jwks.json");
  }

  Path publicKey() {
    return directory.resolve("public-key.pem");
  }

  /** The JWS {@code alg} of its tokens. */
  String algorithm() {
    return issuer.key().algorithm();
  }

  private static String pem(PublicKey key) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }
}
