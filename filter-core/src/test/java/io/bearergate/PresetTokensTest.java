package io.bearergate;

import static io.bearergate.rejection.Rejection.Reason.ALGORITHM_NOT_ALLOWED;
import static io.bearergate.rejection.Rejection.Reason.BAD_SIGNATURE;
import static io.bearergate.rejection.Rejection.Reason.CLIENT_NOT_ALLOWED;
import static io.bearergate.rejection.Rejection.Reason.MALFORMED_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.MISSING_CLAIM;
import static io.bearergate.rejection.Rejection.Reason.NOT_AN_ACCESS_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.WRONG_AUDIENCE;
import static io.bearergate.rejection.Rejection.Reason.WRONG_ISSUER;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.GateConfig;
import io.bearergate.config.GateConfigBuilder;
import io.bearergate.config.Setting;
import io.bearergate.event.GateListener;
import io.bearergate.http.TestRequest;
import io.bearergate.keys.CapturedLog;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.test.TestCertificate;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestToken;
import io.bearergate.token.AccessToken;
import io.bearergate.token.VerificationResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the presets, with metadata, keys and tokens of each provider's shape")
class PresetTokensTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2030-01-01T00:00:00Z"));
  private static final String TENANT = "72f988bf-86f1-41af-91ab-2d7cd011db47";
  private static final TestKey STRANGER = TestKey.generate("RS256", "stranger");
  private static final Map<Provider, RecordedProvider> RECORDED = new EnumMap<>(Provider.class);

  /** A recorded provider, and the settings that people write for it. */
  private enum Provider {
    AUTH0("auth0", "https://tenant.eu.auth0.com/", "https://api.example.com"),
    OKTA("okta", "https://dev-1.okta.com/oauth2/default", "api://default"),
    ENTRA_V2(
        "entra",
        "https://login.microsoftonline.com/{tenantid}/v2.0",
        "11111111-2222-3333-4444-555555555555"),
    ENTRA_V1("entra", "https://sts.windows.net/{tenantid}/", "api://orders"),
    COGNITO(
        "cognito",
        "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI",
        "4abcdefghijklmnopqrstuvwx5"),
    KEYCLOAK("keycloak", "https://id.example.com/realms/shop", "orders"),
    GOOGLE("google", "https://accounts.google.com", "1234987819200.apps.googleusercontent.com"),
    FIREBASE("firebase", "https://securetoken.google.com/shop-1", "shop-1");

    private final String preset;
    private final String issuer;
    private final String audience;

    Provider(String preset, String issuer, String audience) {
      this.preset = preset;
      this.issuer = issuer;
      this.audience = audience;
    }

    RecordedProvider recorded() {
      return RECORDED.computeIfAbsent(
          this,
          one -> RecordedProvider.named(name().toLowerCase(Locale.ROOT).replace('_', '-'), CLOCK));
    }

    GateConfigBuilder config() {
      GateConfigBuilder config =
          GateConfig.builder(issuer, audience)
              .set(Setting.PRESET, preset)
              .set(Setting.METADATA_URI, recorded().metadata())
              .set(Setting.STARTUP, "wait");
      return preset.equals("entra") ? config.set(Setting.ENTRA_TENANTS, TENANT) : config;
    }

    String token(UnaryOperator<TestToken> change) {
      return recorded().token(change);
    }

    Optional<Reason> refuses(UnaryOperator<TestToken> change) {
      return PresetTokensTest.refuses(config(), token(change));
    }

    AccessToken admits() {
      try (Gate gate = Gate.open(config().build(), CLOCK, GateListener.NONE)) {
        VerificationResult result = gate.tokenVerifier().verify(token(t -> t));
        return ((VerificationResult.Accepted) result).token();
      }
    }

    /** What the log says to do about a token that is sent twice. */
    List<String> hints(String token) {
      try (CapturedLog log = new CapturedLog();
          Gate gate = Gate.open(config().build(), CLOCK, GateListener.NONE)) {
        gate.tokenVerifier().verify(token);
        gate.tokenVerifier().verify(token);
        return log.warnings().stream().filter(line -> line.contains("was refused")).toList();
      }
    }
  }

  @AfterAll
  static void close() {
    RECORDED.values().forEach(RecordedProvider::close);
    RECORDED.clear();
  }

  private static Optional<Reason> refuses(GateConfigBuilder config, String token) {
    try (Gate gate = Gate.open(config.build(), CLOCK, GateListener.NONE)) {
      VerificationResult result = gate.tokenVerifier().verify(token);
      return result instanceof VerificationResult.Rejected rejected
          ? Optional.of(rejected.rejection().reason())
          : Optional.empty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void admitATokenAsTheProviderIssuesIt(Provider provider) {
    assertThat(provider.admits().issuer()).isEqualTo(provider.issuer.replace("{tenantid}", TENANT));
  }

  @ParameterizedTest
  @EnumSource
  void refuseATokenForAnotherApi(Provider provider) {
    assertThat(refuses(provider.config().set(Setting.AUDIENCE, "other"), provider.token(t -> t)))
        .contains(WRONG_AUDIENCE);
  }

  @ParameterizedTest
  @EnumSource
  void refuseATokenOfAnotherIssuer(Provider provider) {
    assertThat(provider.refuses(t -> t.claim("iss", "https://elsewhere.example.com/")))
        .contains(WRONG_ISSUER);
  }

  @ParameterizedTest
  @EnumSource
  void refuseATokenThatAnotherKeySigned(Provider provider) {
    assertThat(provider.refuses(t -> t.signedWith(STRANGER))).contains(BAD_SIGNATURE);
  }

  @ParameterizedTest
  @EnumSource(names = "KEYCLOAK", mode = EnumSource.Mode.EXCLUDE)
  void refuseAnAlgorithmThatTheProviderDoesNotUse(Provider provider) {
    assertThat(provider.refuses(t -> t.header("alg", "ES512"))).contains(ALGORITHM_NOT_ALLOWED);
  }

  @Test
  void takePermissionsAndScopesOfAuth0() {
    AccessToken token = Provider.AUTH0.admits();

    assertThat(token.permissions()).containsExactly("read:orders", "write:orders");
    assertThat(token.scopes()).containsExactly("openid", "profile", "read:orders");
    assertThat(token.clientId()).contains("my_client_id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque", "eyJhbGciOiJkaXIifQ..AAAA.AAAA.AAAA"})
  void sayThatAuth0NeedsAnAudienceWhereTheTokenIsOpaque(String token) {
    assertThat(refuses(Provider.AUTH0.config(), token)).contains(MALFORMED_TOKEN);
    assertThat(Provider.AUTH0.hints(token))
        .singleElement()
        .asString()
        .contains("name the audience");
  }

  @Test
  void takeScopesAndGroupsOfOkta() {
    AccessToken token = Provider.OKTA.admits();

    assertThat(token.scopes()).containsExactly("openid", "orders");
    assertThat(token.roles()).containsExactly("Everyone", "Clerks");
  }

  @Test
  void sayThatTokensOfOktasOrgServerAreForOktaAlone() {
    String token = Provider.OKTA.token(t -> t.claim("iss", "https://dev-1.okta.com"));

    assertThat(Provider.OKTA.hints(token)).singleElement().asString().contains("for Okta alone");
  }

  @Test
  void takeScopesAndAppRolesOfEntra() {
    assertThat(Provider.ENTRA_V2.admits().scopes()).containsExactly("Orders.Read", "Orders.Write");
    assertThat(Provider.ENTRA_V2.admits().roles()).containsExactly("Orders.Admin");
    assertThat(Provider.ENTRA_V1.admits().scopes()).containsExactly("Orders.Read");
  }

  @ParameterizedTest
  @EnumSource(names = {"ENTRA_V1", "ENTRA_V2"})
  void refuseATokenOfATenantThatIsNotListed(Provider entra) {
    String other = "99999999-86f1-41af-91ab-2d7cd011db47";
    String issuer = entra.issuer.replace("{tenantid}", other);

    assertThat(entra.refuses(t -> t.claim("iss", issuer).claim("tid", other)))
        .contains(WRONG_ISSUER);
  }

  @ParameterizedTest
  @EnumSource(names = {"ENTRA_V1", "ENTRA_V2"})
  void refuseAnIdTokenOfEntraEvenWithRolesAndSaySo(Provider entra) {
    UnaryOperator<TestToken> id = t -> t.without("azp").without("appid").without("scp");

    assertThat(entra.refuses(id)).contains(MISSING_CLAIM);
    assertThat(entra.hints(entra.token(id)))
        .singleElement()
        .asString()
        .contains("ID tokens of Entra");
  }

  @Test
  void sayThatATokenWithANonceInItsHeaderIsForMicrosoftGraph() {
    String graph =
        Provider.ENTRA_V1.token(
            t ->
                t.header("nonce", "n")
                    .audience("00000003-0000-0000-c000-000000000000")
                    .signedWith(STRANGER));

    assertThat(refuses(Provider.ENTRA_V1.config(), graph)).contains(BAD_SIGNATURE);
    assertThat(Provider.ENTRA_V1.hints(graph))
        .singleElement()
        .asString()
        .contains("Microsoft Graph");
  }

  @Test
  void sayThatAnApiHasTwoNamesInEntra() {
    String token = Provider.ENTRA_V2.token(t -> t.audience("api://orders"));

    assertThat(Provider.ENTRA_V2.hints(token)).singleElement().asString().contains("two names");
  }

  @Test
  void takeScopesAndGroupsOfCognito() {
    AccessToken token = Provider.COGNITO.admits();

    assertThat(token.scopes()).containsExactly("orders/read", "orders/write");
    assertThat(token.roles()).containsExactly("admin");
    assertThat(token.audience()).containsExactly("4abcdefghijklmnopqrstuvwx5");
  }

  @Test
  void refuseTheIdTokenOfTheSameCognitoPoolAndSaySo() {
    UnaryOperator<TestToken> id =
        t ->
            t.without("client_id")
                .without("scope")
                .claim("token_use", "id")
                .audience("4abcdefghijklmnopqrstuvwx5");

    assertThat(Provider.COGNITO.refuses(id)).contains(WRONG_AUDIENCE);
    assertThat(Provider.COGNITO.hints(Provider.COGNITO.token(id)))
        .singleElement()
        .asString()
        .contains("an ID token of Cognito");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "refresh", ""})
  void refuseACognitoTokenForAnotherUse(String use) {
    assertThat(Provider.COGNITO.refuses(t -> t.claim("token_use", use))).contains(MISSING_CLAIM);
    assertThat(Provider.COGNITO.refuses(t -> t.without("token_use"))).contains(MISSING_CLAIM);
  }

  @Test
  void takeTheRealmsRolesOfKeycloakAndThoseOfThisClientOnly() {
    assertThat(Provider.KEYCLOAK.admits().roles())
        .containsExactly("offline_access", "default-roles-shop", "manager", "clerk");
  }

  @Test
  void takeATokenOfKeycloakThatIsBoundToAKey() {
    TestKey holder = TestKey.generate("ES256", "holder");
    String token = Provider.KEYCLOAK.token(t -> t.claim("typ", "DPoP").boundTo(holder));
    try (Gate gate = Gate.open(Provider.KEYCLOAK.config().build(), CLOCK, GateListener.NONE)) {
      assertThat(gate.tokenVerifier().verifyExceptBinding(token))
          .isInstanceOf(VerificationResult.Accepted.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ID, NOT_AN_ACCESS_TOKEN",
    "Refresh, NOT_AN_ACCESS_TOKEN",
    "Offline, NOT_AN_ACCESS_TOKEN",
    "Logout, NOT_AN_ACCESS_TOKEN",
    "RegistrationAccessToken, MISSING_CLAIM",
    "verify-email, MISSING_CLAIM",
  })
  void refuseWhateverElseKeycloakSigns(String type, Reason reason) {
    assertThat(Provider.KEYCLOAK.refuses(t -> t.claim("typ", type))).contains(reason);
  }

  @Test
  void refuseATokenOfKeycloakWithoutItsType() {
    assertThat(Provider.KEYCLOAK.refuses(t -> t.without("typ"))).contains(MISSING_CLAIM);
  }

  @Test
  void sayWhichMapperKeycloakLacks() {
    String forAccount = Provider.KEYCLOAK.token(t -> t.audience("account"));
    String forNobody = Provider.KEYCLOAK.token(t -> t.without("aud"));

    assertThat(Provider.KEYCLOAK.hints(forAccount))
        .singleElement()
        .asString()
        .contains("mapper of type Audience");
    assertThat(Provider.KEYCLOAK.hints(forNobody)).hasSize(1);
  }

  @Test
  void sayWhatALightweightTokenOfKeycloakLacks() {
    UnaryOperator<TestToken> lightweight = t -> t.without("sub").without("realm_access");

    assertThat(Provider.KEYCLOAK.refuses(lightweight)).contains(MISSING_CLAIM);
    assertThat(Provider.KEYCLOAK.hints(Provider.KEYCLOAK.token(lightweight)))
        .singleElement()
        .asString()
        .contains("Add to lightweight access token");
  }

  @Test
  void takeALightweightTokenOfKeycloakByAnotherName() {
    assertThat(
            refuses(
                Provider.KEYCLOAK.config().set(Setting.PRINCIPAL_CLAIM, "azp"),
                Provider.KEYCLOAK.token(t -> t.without("sub"))))
        .isEmpty();
  }

  @Test
  void takeIdTokensOfGoogleAndFirebaseByThatChoiceAlone() {
    assertThat(
            refuses(
                Provider.GOOGLE.config().set(Setting.PRESET, "generic"),
                Provider.GOOGLE.token(t -> t)))
        .contains(NOT_AN_ACCESS_TOKEN);
    assertThat(
            refuses(
                Provider.GOOGLE.config().set(Setting.ID_TOKENS, "refused"),
                Provider.GOOGLE.token(t -> t)))
        .contains(NOT_AN_ACCESS_TOKEN);
  }

  @ParameterizedTest
  @CsvSource({
    "OKTA, nmdP1fcyvdVO11AL7ECm",
    "ENTRA_V1, aaaaaaaa-2222-3333-4444-555555555555",
    "ENTRA_V2, aaaaaaaa-2222-3333-4444-555555555555",
    "AUTH0, my_client_id",
    "COGNITO, 4abcdefghijklmnopqrstuvwx5",
    "KEYCLOAK, web",
  })
  void knowTheClientByTheProvidersOwnClaim(Provider provider, String client) {
    assertThat(provider.admits().clientId()).contains(client);
    assertThat(refuses(provider.config().set(Setting.CLIENTS, client), provider.token(t -> t)))
        .isEmpty();
    assertThat(refuses(provider.config().set(Setting.CLIENTS, "other"), provider.token(t -> t)))
        .contains(CLIENT_NOT_ALLOWED);
  }

  @Test
  void takeNoOtherProvidersClaimForTheClient() {
    GateConfigBuilder okta = Provider.OKTA.config().set(Setting.CLIENTS, "app");

    assertThat(refuses(okta, Provider.OKTA.token(t -> t.claim("azp", "app").claim("appid", "app"))))
        .contains(CLIENT_NOT_ALLOWED);
    assertThat(
            refuses(
                Provider.AUTH0.config().set(Setting.CLIENTS, "app"),
                Provider.AUTH0.token(t -> t.without("azp").claim("cid", "app"))))
        .contains(CLIENT_NOT_ALLOWED);
  }

  @Test
  void takeGooglesIssuerWithoutItsSchemeToo() {
    UnaryOperator<TestToken> shorter = t -> t.claim("iss", "accounts.google.com");

    assertThat(Provider.GOOGLE.refuses(shorter)).isEmpty();
    assertThat(Provider.GOOGLE.refuses(t -> shorter.apply(t).signedWith(STRANGER)))
        .contains(BAD_SIGNATURE);
    assertThat(Provider.GOOGLE.refuses(t -> t.claim("iss", "http://accounts.google.com")))
        .contains(WRONG_ISSUER);
    assertThat(Provider.GOOGLE.refuses(t -> t.claim("iss", "accounts.google.com/")))
        .contains(WRONG_ISSUER);
  }

  @Test
  void takeNoOtherIssuerWithoutItsScheme() {
    assertThat(
            refuses(
                Provider.GOOGLE
                    .config()
                    .set(Setting.PRESET, "generic")
                    .set(Setting.ID_TOKENS, "accepted"),
                Provider.GOOGLE.token(t -> t.claim("iss", "accounts.google.com"))))
        .contains(WRONG_ISSUER);
    assertThat(Provider.FIREBASE.refuses(t -> t.claim("iss", "securetoken.google.com/shop-1")))
        .contains(WRONG_ISSUER);
    assertThat(
            refuses(
                Provider.FIREBASE.config().set(Setting.PRESET, "google"),
                Provider.FIREBASE.token(t -> t.claim("iss", "securetoken.google.com/shop-1"))))
        .contains(WRONG_ISSUER);
  }

  @ParameterizedTest
  @CsvSource({"AUTH0, auth0, 200", "AUTH0, generic, 401", "KEYCLOAK, keycloak, 401"})
  void takeATokenBoundToACertificateUnderTheSchemeDpopFromAuth0Alone(
      Provider provider, String preset, int status) {
    TestCertificate certificate = TestCertificate.selfSigned();
    String token = provider.token(t -> t.boundTo(certificate));
    TestRequest request =
        new TestRequest("GET", "/x")
            .with("Authorization", "DPoP " + token)
            .by(certificate.certificate());

    assertThat(status(provider.config().set(Setting.PRESET, preset), request)).isEqualTo(status);
  }

  @Test
  void takeNoTokenOfAuth0WithoutItsCertificateOrBoundToNone() {
    TestCertificate certificate = TestCertificate.selfSigned();
    String bound = Provider.AUTH0.token(t -> t.boundTo(certificate));
    String plain = Provider.AUTH0.token(t -> t);
    TestRequest without = new TestRequest("GET", "/x").with("Authorization", "DPoP " + bound);
    TestRequest unbound =
        new TestRequest("GET", "/x")
            .with("Authorization", "DPoP " + plain)
            .by(certificate.certificate());

    assertThat(status(Provider.AUTH0.config(), without)).isEqualTo(401);
    assertThat(status(Provider.AUTH0.config(), unbound)).isEqualTo(401);
  }

  private static int status(GateConfigBuilder config, TestRequest request) {
    try (Gate gate = Gate.open(config.build(), CLOCK, GateListener.NONE)) {
      return gate.decide(request) instanceof Decision.Refuse refuse
          ? refuse.challenge().status()
          : 200;
    }
  }

  @Test
  void sayThatAccessTokensOfGoogleAreNoJwts() {
    assertThat(Provider.GOOGLE.hints("ya29.opaque"))
        .singleElement()
        .asString()
        .contains("send the ID token");
  }

  @Test
  void refuseATokenOfFirebaseThatNamesNoSignIn() {
    assertThat(Provider.FIREBASE.refuses(t -> t.without("auth_time"))).contains(MISSING_CLAIM);
  }

  @Test
  void sayThatASessionCookieOfFirebaseIsNoIdToken() {
    String cookie =
        Provider.FIREBASE.token(t -> t.claim("iss", "https://session.firebase.google.com/shop-1"));

    assertThat(Provider.FIREBASE.hints(cookie))
        .singleElement()
        .asString()
        .contains("session cookie");
  }

  @ParameterizedTest
  @EnumSource
  void sayNothingOfATokenThatIsGood(Provider provider) {
    assertThat(provider.hints(provider.token(t -> t))).isEmpty();
  }

  @Test
  void nameNothingOfTheTokenInAHint() {
    String token = Provider.KEYCLOAK.token(t -> t.audience("account").subject("mallory"));

    assertThat(Provider.KEYCLOAK.hints(token))
        .allSatisfy(
            line -> assertThat(line).doesNotContain("mallory", token.substring(0, 20), "web"));
  }
}
