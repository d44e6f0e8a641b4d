package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /userinfo} with a token that is bound to a key. */
class BoundUserInfoTest extends IssuerTest {

  private static final ECKey KEY = Proofs.newKey();
  private static final String ALGORITHMS = "algs=\"ES256 RS256 PS256\"";

  @ParameterizedTest(name = "audience ''{0}''")
  @DisplayName("2.19 + a bound token with a proof, signed and opaque")
  @ValueSource(strings = {"https://api.bearergate.test/notes", ""})
  void answersHolder(String audience) {
    String token = boundToken(audience);

    HttpResponse<String> answer = userInfo("DPoP " + token, proof(claims(token).build(), KEY));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Parsed.json(answer)).containsKey("sub");
  }

  @ParameterizedTest(name = "audience ''{0}''")
  @DisplayName("2.19 − a bound token as a Bearer token, with or without a proof")
  @ValueSource(strings = {"https://api.bearergate.test/notes", ""})
  void refusesDowngrade(String audience) {
    String token = boundToken(audience);

    assertThat(challenge(userInfo("Bearer " + token, proof(claims(token).build(), KEY))))
        .contains("DPoP ", "error=\"invalid_token\"", ALGORITHMS);
    assertThat(challenge(userInfo("Bearer " + token))).contains("error=\"invalid_token\"");
  }

  @Test
  @DisplayName("2.19 − no proof, or one by another key")
  void refusesOtherKey() {
    String token = boundToken(Fixtures.NOTES_API);
    String foreign = proof(claims(token).build(), Proofs.newKey());

    assertThat(challenge(userInfo("DPoP " + token)))
        .contains("error=\"invalid_token\"", "error_description=\"Invalid key binding\"");
    assertThat(challenge(userInfo("DPoP " + token, foreign)))
        .contains("error=\"invalid_token\"", "error_description=\"Invalid key binding\"");
  }

  @ParameterizedTest
  @DisplayName("2.19 − a proof for something else")
  @CsvSource({"htm, POST", "htu, http://127.0.0.1/userinfo", "ath, AAAA"})
  void refusesOtherProof(String claim, String value) {
    String token = boundToken(Fixtures.NOTES_API);
    String proof = proof(claims(token).claim(claim, value).build(), KEY);

    assertThat(challenge(userInfo("DPoP " + token, proof)))
        .contains("error=\"invalid_dpop_proof\"", ALGORITHMS);
  }

  @Test
  @DisplayName("2.19 − a proof twice")
  void refusesReplay() {
    String token = boundToken(Fixtures.NOTES_API);
    String proof = proof(claims(token).build(), KEY);

    assertThat(userInfo("DPoP " + token, proof).statusCode()).isEqualTo(200);
    assertThat(challenge(userInfo("DPoP " + token, proof)))
        .contains("error=\"invalid_dpop_proof\"");
  }

  @Test
  @DisplayName("2.19 + the nonce of the token endpoint; − another")
  void takesNonce() {
    String token = boundToken(Fixtures.NOTES_API);
    HttpResponse<String> first = userInfo("DPoP " + token, proof(claims(token).build(), KEY));
    String nonce = first.headers().firstValue("DPoP-Nonce").orElseThrow();

    JWTClaimsSet good = claims(token).claim("nonce", nonce).build();
    JWTClaimsSet madeUp = claims(token).claim("nonce", "made up").build();

    assertThat(userInfo("DPoP " + token, proof(good, KEY)).statusCode()).isEqualTo(200);
    assertThat(challenge(userInfo("DPoP " + token, proof(madeUp, KEY))))
        .contains("error=\"use_dpop_nonce\"");
  }

  @Test
  @DisplayName("2.19 − an unbound token by the scheme DPoP")
  void refusesUnboundToken() {
    String code = browser().codeFor(Requests.web(), "alice");
    String token = Parsed.member(redeemAsWeb(code), "access_token");

    assertThat(challenge(userInfo("DPoP " + token, proof(claims(token).build(), KEY))))
        .contains("error=\"invalid_token\"");
  }

  private String boundToken(String audience) {
    String code = browser().codeFor(Requests.with(Requests.web(), "audience", audience), "alice");
    String proof =
        proof(Proofs.claims("POST", server.issuer() + "oauth/token", clock.instant()).build(), KEY);
    Map<String, String> form = Requests.redemption(code, Requests.WEB_CALLBACK);
    String basic = Wire.basic("web1", Fixtures.clientSecret("web1"));
    HttpResponse<String> answer = token(form, "Authorization", basic, "DPoP", proof);
    return Parsed.member(answer, "access_token");
  }

  private static JWTClaimsSet.Builder claims(String token) {
    return Proofs.claims("GET", server.issuer() + "userinfo", clock.instant())
        .claim("ath", Proofs.hash(token));
  }

  private static String proof(JWTClaimsSet claims, ECKey key) {
    return Proofs.signed(claims, key);
  }

  private static HttpResponse<String> userInfo(String credentials, String... proof) {
    String uri = server.issuer() + "userinfo";
    return proof.length == 0
        ? Wire.get(uri, "Authorization", credentials)
        : Wire.get(uri, "Authorization", credentials, "DPoP", proof[0]);
  }

  private static String challenge(HttpResponse<String> refused) {
    assertThat(refused.statusCode()).isEqualTo(401);
    return refused.headers().firstValue("WWW-Authenticate").orElseThrow();
  }
}
