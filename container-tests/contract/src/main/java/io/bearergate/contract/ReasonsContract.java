package io.bearergate.contract;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bearergate.config.Setting;
import io.bearergate.contract.http.Answer;
import io.bearergate.contract.http.RawRequest;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.revocation.Revocation;
import io.bearergate.revocation.RevokedTokens;
import io.bearergate.sender.SeenProofs;
import io.bearergate.test.TestDecryptionKey;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestProof;
import io.bearergate.test.TestToken;
import io.bearergate.token.AccessToken;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every reason there is comes about, and is told to the listener once. */
public abstract class ReasonsContract extends SharedApiContract {

  private static final String ANY_TOKEN = "/a";

  /** Takes encrypted tokens alone, and proofs with nonces. */
  private TestApi vault;

  /** Asks its issuer about tokens that are no JWTs. */
  private TestApi asking;

  private final TestIssuer dead = TestIssuer.start(() -> SettableClock.BEGIN);
  private final CapturedLog log = CapturedLog.start();
  private final TestDecryptionKey ours = TestDecryptionKey.generate("ECDH-ES", "ours");
  private final TestDecryptionKey other = TestDecryptionKey.generate("ECDH-ES", "ours");
  private final TestKey stranger = TestKey.generate("RS256", "stranger");
  private final TestKey holder = TestKey.generate("ES256", "holder");

  @Override
  TestApi.Plan plan() {
    dead.close();
    return NotesApi.on(api())
        .believing(dead)
        .seeing((key, id, lifetime) -> SeenProofs.Use.valueOf(id.toUpperCase(Locale.ROOT)))
        .revoking(new RevokedById())
        .set(Setting.STARTUP, "lazy")
        .set(Setting.CLIENTS, "app")
        .set(Setting.DECRYPTION_KEYS, TestDecryptionKey.privateJwks(ours))
        .set(Setting.ENCRYPTED_TOKENS, "allowed")
        .set(Setting.MAX_TOKEN_AGE, "10m")
        .rules(NotesApi.RULES.replace("client app batch", "client batch"))
        .app(WebApp::onLenientServer);
  }

  @AfterAll
  void stopListening() {
    vault.close();
    asking.close();
    log.close();
  }

  @BeforeAll
  void warmUp() {
    vault =
        api()
            .set(Setting.DECRYPTION_KEYS, TestDecryptionKey.privateJwks(ours))
            .set(Setting.DPOP_NONCE, "on")
            .start();
    asking = OpaqueTokensContract.asking(api()).start();
    await().atMost(ofSeconds(5)).until(() -> api.get(ANY_TOKEN, api.token()).status() == 200);
  }

  @ParameterizedTest
  @EnumSource
  void tellsListenerOfEveryReason(Reason reason) {
    TestApi asked =
        switch (reason) {
          case UNENCRYPTED_TOKEN, NONCE_NOT_CURRENT -> vault;
          case INACTIVE_TOKEN, INTROSPECTION_UNAVAILABLE -> asking;
          default -> api;
        };
    asked.events().clear();

    Answer answer = asked.send(requestFor(reason));

    assertThat(asked.events().refusals()).isEqualTo(List.of(reason));
    assertThat(answer.status()).isEqualTo(reason.answer().status());
  }

  /** What becomes of a token is its id. */
  private record RevokedById() implements RevokedTokens {
    @Override
    public void revoke(Revocation what, Instant until) {}

    @Override
    public boolean isRevoked(AccessToken token) {
      String id = token.claim("jti").asText().orElse("");
      if (id.equals("unknown")) {
        throw new IllegalStateException(id);
      }
      return id.equals("revoked");
    }
  }

  /** A switch that does not compile when a reason is missing. */
  private RawRequest requestFor(Reason reason) {
    RawRequest plain = RawRequest.get(ANY_TOKEN);
    return switch (reason) {
      case NO_CREDENTIALS -> plain;
      case REPEATED_CREDENTIALS -> plain.bearer(api.token()).bearer(api.token());
      case MALFORMED_CREDENTIALS -> plain.header("Authorization", "Bearer");
      case TOKEN_TOO_LONG -> plain.bearer("a".repeat(16 * 1024 + 1));
      case MALFORMED_TOKEN -> plain.bearer("a.b.c");
      case UNDECRYPTABLE_TOKEN -> with(t -> t.encryptedTo(other));
      case UNENCRYPTED_TOKEN -> plain.bearer(vault.token());
      case ALGORITHM_NOT_ALLOWED -> with(t -> t.header("alg", "none"));
      case TYPE_NOT_ALLOWED -> with(t -> t.header("typ", "logout+jwt"));
      case CRITICAL_HEADER -> with(t -> t.header("crit", List.of("exp")));
      case WRONG_ISSUER -> with(t -> t.claim("iss", "https://other.test/"));
      case UNKNOWN_KEY -> with(t -> t.signedWith(stranger));
      case BAD_SIGNATURE -> with(t -> t.signedWith(stranger.as("RS256", "key-1")));
      case MALFORMED_CLAIM -> with(t -> t.claim("exp", "soon"));
      case MISSING_CLAIM -> with(t -> t.without("exp"));
      case NOT_YET_VALID -> with(t -> t.claim("nbf", seconds(31)));
      case ISSUED_IN_FUTURE -> with(t -> t.claim("iat", seconds(31)));
      case TOO_LONG_LIVED -> with(t -> t.claim("exp", seconds(601)));
      case WRONG_AUDIENCE -> with(t -> t.audience("other"));
      case CLIENT_NOT_ALLOWED -> with(t -> t.claim("azp", "stranger"));
      case NOT_AN_ACCESS_TOKEN -> with(t -> t.claim("at_hash", "x"));
      case INACTIVE_TOKEN -> plain.bearer("opaque");
      case INTROSPECTION_UNAVAILABLE ->
          plain.bearer(asking.issuer().opaqueToken(t -> t.claim("active", "maybe")));
      case EXPIRED -> with(t -> t.claim("exp", seconds(-30)));
      case BOUND_TOKEN -> with(t -> t.claim("cnf", Map.of("kid", "x")));
      case UNBOUND_TOKEN -> plain.header("Authorization", "DPoP " + api.token());
      case WRONG_CERTIFICATE -> with(t -> t.claim("cnf", Map.of("x5t#S256", "x")));
      case DOWNGRADED_TOKEN -> with(t -> t.boundTo(holder));
      case MISSING_PROOF -> plain.header("Authorization", "DPoP " + bound());
      case WRONG_PROOF_KEY -> proven(TestKey.generate("ES256", "other"), p -> p);
      case MALFORMED_PROOF -> proven(holder, p -> p.header("typ", "JWT"));
      case BAD_PROOF_SIGNATURE -> proven(holder, p -> p.claim("iat", 0).signedWith(stranger));
      case PROOF_FOR_OTHER_REQUEST -> proven(holder, p -> p.claim("htm", "POST"));
      case PROOF_NOT_CURRENT -> proven(holder, p -> p.claim("iat", seconds(-61)));
      case NONCE_NOT_CURRENT ->
          vault.proven(
              "GET", ANY_TOKEN, holder, vault.token(t -> t.boundTo(holder).encryptedTo(ours)));
      case PROOF_REPLAYED -> proven(holder, p -> p.claim("jti", "replayed"));
      case TOO_MANY_PROOFS -> proven(holder, p -> p.claim("jti", "too_many_of_key"));
      case PROOFS_UNAVAILABLE -> proven(holder, p -> p.claim("jti", "unavailable"));
      case REVOKED -> with(t -> t.claim("jti", "revoked"));
      case INSUFFICIENT_ACR -> at("/api/mfa");
      case AUTHENTICATION_TOO_OLD -> at("/api/fresh");
      case MISSING_SCOPE -> at("/api/admin");
      case MISSING_PERMISSION -> at("/api/permission");
      case MISSING_ROLE -> at("/api/role");
      case WRONG_CLIENT -> at("/api/client");
      case MISSING_AUTHORIZATION_DETAILS -> at("/api/transfers");
      case DENIED -> at("/denied");
      case METHOD_NOT_COVERED -> RawRequest.of("DELETE", "/api/notes");
      case AMBIGUOUS_PATH -> at("/api%252Fadmin");
      case REVOCATIONS_UNAVAILABLE -> with(t -> t.claim("jti", "unknown"));
      case KEYS_UNAVAILABLE -> plain.bearer(dead.token(t -> t.audience(TestApi.AUDIENCE)));
    };
  }

  private String bound() {
    return api.token(t -> t.boundTo(holder));
  }

  private RawRequest proven(TestKey key, UnaryOperator<TestProof> change) {
    String token = bound();
    String url = api.base() + ANY_TOKEN;
    TestProof proof = TestProof.of(key, "GET", url, token, api.now());
    return RawRequest.get(ANY_TOKEN)
        .header("Authorization", "DPoP " + token)
        .header("DPoP", change.apply(proof).compact());
  }

  private RawRequest with(UnaryOperator<TestToken> change) {
    return RawRequest.get(ANY_TOKEN).bearer(api.token(change));
  }

  private RawRequest at(String path) {
    return RawRequest.get(path).bearer(api.token());
  }

  private long seconds(long fromNow) {
    return api.now().getEpochSecond() + fromNow;
  }
}
