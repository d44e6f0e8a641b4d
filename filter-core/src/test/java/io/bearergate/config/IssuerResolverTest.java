package io.bearergate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bearergate.keys.JwsAlgorithm;
import io.bearergate.keys.KeyLocation;
import io.bearergate.token.Audience;
import io.bearergate.token.ClaimPath;
import io.bearergate.token.TenantRules;
import io.bearergate.token.TenantRules.Answer;
import io.bearergate.token.TenantRules.Answer.Nobody;
import io.bearergate.token.TenantRules.Answer.Unfit;
import io.bearergate.token.TenantRules.Answer.Vouched;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the settings of tenants")
class IssuerResolverTest {

  private static final String TENANT = "https://a.example.com/";
  private static final String CERTIFICATE =
      "issuer: tokens bound to a certificate are taken under the scheme DPoP too, without a proof";

  private static GateConfigBuilder saying(Map<Setting, String> said) {
    return GateConfig.builder(issuer -> Optional.of(said), "api");
  }

  private static Answer answer(GateConfigBuilder config) {
    TenantRules rules = config.build().tenants().orElseThrow();
    return rules.finder().find(TENANT);
  }

  private static Vouched vouched(GateConfigBuilder config) {
    return (Vouched) answer(config);
  }

  private static String unfit(Map<Setting, String> said) {
    return ((Unfit) answer(saying(said))).problem();
  }

  private static String problem(GateConfigBuilder config) {
    ConfigException thrown = catchThrowableOfType(ConfigException.class, config::build);
    return thrown == null ? "" : thrown.getMessage();
  }

  @Test
  void areThoseOfTheBuilderWhereTheResolverSaysNothing() {
    Vouched vouched =
        vouched(
            saying(Map.of())
                .set(Setting.PRESET, "okta")
                .set(Setting.CLIENTS, "app")
                .set(Setting.TYP, "strict"));

    assertThat(vouched.keys()).isEqualTo(new KeyLocation.Discovered());
    assertThat(vouched.rules().audience()).isEqualTo(Audience.of(Set.of("api")));
    assertThat(vouched.rules().algorithms()).containsExactly(JwsAlgorithm.RS256);
    assertThat(vouched.rules().clients()).containsExactly("app");
    assertThat(vouched.rules().strictType()).isTrue();
    assertThat(vouched.rules().claimNames().scope()).containsExactly(ClaimPath.parse("scp"));
  }

  @Test
  void areTheTenantsWhereTheResolverSaysSomething() {
    Vouched vouched =
        vouched(
            saying(
                    Map.of(
                        Setting.AUDIENCE, "own",
                        Setting.PRESET, "keycloak",
                        Setting.JWKS_URI, "https://keys.example.com/a"))
                .set(Setting.PRESET, "okta"));

    assertThat(vouched.rules().audience()).isEqualTo(Audience.of(Set.of("own")));
    assertThat(vouched.rules().claimNames().role())
        .contains(ClaimPath.parse("resource_access.\"own\".roles"));
    assertThat(vouched.keys())
        .isEqualTo(new KeyLocation.Jwks(URI.create("https://keys.example.com/a")));
  }

  @Test
  void areThoseOfTenantsOfEntraWithoutAListOfThem() {
    Vouched vouched = vouched(saying(Map.of()).set(Setting.PRESET, "entra"));

    assertThat(vouched.rules().algorithms()).containsExactly(JwsAlgorithm.RS256);
    assertThat(vouched.rules().claimNames().client())
        .containsExactly(ClaimPath.parse("azp"), ClaimPath.parse("appid"));
    assertThat(vouched.rules().requiredClaims()).hasSize(1);
  }

  @Test
  void areNobodysWhereTheResolverKnowsNobody() {
    assertThat(answer(GateConfig.builder(issuer -> Optional.empty(), "api")))
        .isInstanceOf(Nobody.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a.example.com/", "https:///", "https://a.example.com:99999/"})
  void areNotAskedForWhereTheNameCouldNotBeASetting(String issuer) {
    GateConfigBuilder config =
        GateConfig.builder(
            any -> {
              throw new AssertionError(any);
            },
            "api");

    assertThat(config.build().tenants().orElseThrow().finder().find(issuer))
        .isInstanceOf(Nobody.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ISSUER; https://b.example.com/; issuer is not for an IssuerResolver to say",
        "ENTRA_TENANTS; 11111111-2222-3333-4444-555555555555; is not for an IssuerResolver to say",
        "RULES; /** open; rules is not for an IssuerResolver to say",
        "ENABLED; false; enabled is not for an IssuerResolver to say",
        "TRUST_STORE; ca.pem; trust-store is not for an IssuerResolver to say",
        "AUDIENCE; unchecked; audience is unchecked, which only the builder may say",
        "ID_TOKENS; accepted; id-tokens would be accepted, which only the builder may say",
        "PRESET; google; id-tokens would be accepted, which only the builder may say",
        "PRESET; nobody; preset \"nobody\" (IssuerResolver) is not one of",
        "ALGORITHMS; HS256; algorithms \"HS256\" (IssuerResolver)",
        "JWKS_URI; http://a.example.com/; jwks-uri \"http://a.example.com/\" (IssuerResolver) is plain http",
        "JWKS_URI; https://a.example.com/${env.HOME}; jwks-uri holds a placeholder",
        "JWKS_URI; https://a.example.com/${env.NONE:x}; jwks-uri holds a placeholder",
        "AUDIENCE; ''; audience (IssuerResolver) is blank",
      })
  void refuseWhatIsUnsafeOrUnknown(Setting setting, String text, String problem) {
    assertThat(unfit(Map.of(setting, text.equals("''") ? "" : text))).contains(problem);
  }

  @Test
  void refuseTwoPlacesOfKeys() {
    assertThat(
            unfit(
                Map.of(
                    Setting.JWKS_URI, "https://a.example.com/k",
                    Setting.METADATA_URI, "https://a.example.com/m")))
        .contains("cannot stand together with");
  }

  @Test
  void tellNoKeyAndNoSecretInAProblem() {
    assertThat(unfit(Map.of(Setting.JWKS, "{\"keys\":[]}", Setting.JWKS_URI, "urn:x")))
        .doesNotContain("{\"keys\"");
  }

  @Test
  void takeADangerThatTheBuilderSays() {
    assertThat(
            vouched(saying(Map.of(Setting.PRESET, "google")).set(Setting.ID_TOKENS, "accepted"))
                .rules()
                .idTokensAccepted())
        .isTrue();
    GateConfig config = saying(Map.of()).set(Setting.AUDIENCE, "unchecked").build();
    assertThat(config.report().warnings()).singleElement().asString().contains("unchecked");
  }

  @Test
  void stopTheStartWhereTheyCouldFitNoTenant() {
    assertThat(problem(saying(Map.of()).set(Setting.ALGORITHMS, "HS256"))).contains("HS256");
    assertThat(problem(saying(Map.of()).set(Setting.AUDIENCE, ""))).contains("is blank");
  }

  @ParameterizedTest
  @EnumSource(names = {"METADATA_URI", "JWKS_URI", "JWKS"})
  void takeNoKeysForAllTenantsAlike(Setting setting) {
    assertThat(problem(saying(Map.of()).set(setting, "https://a.example.com/keys")))
        .contains("is for one issuer. Let the IssuerResolver say it.");
  }

  @Test
  void wantABlockForAnIssuerBesideTheResolver() {
    assertThat(problem(saying(Map.of()).set(Setting.ISSUER, TENANT)))
        .contains("cannot stand beside an IssuerResolver. Give it a block: issuers.NAME.issuer");

    GateConfig config =
        saying(Map.of())
            .set("main", Setting.ISSUER, TENANT)
            .set("main", Setting.AUDIENCE, "api")
            .build();
    assertThat(config.issuers()).hasSize(1);
    assertThat(config.tenants()).isPresent();
  }

  @Test
  void areBoundedByDefault() {
    TenantRules rules = saying(Map.of()).build().tenants().orElseThrow();

    assertThat(rules.most()).isEqualTo(1000);
    assertThat(rules.lifetime()).isEqualTo(Duration.ofMinutes(10));
  }

  @ParameterizedTest
  @CsvSource({
    "MAX_TENANTS, 0, is not a number of 1 to 10000",
    "MAX_TENANTS, 10001, is not a number of 1 to 10000",
    "TENANT_LIFETIME, 9s, 10s",
    "TENANT_LIFETIME, 25h, 24h",
  })
  void refuseBoundsThatAreNone(Setting setting, String text, String problem) {
    assertThat(problem(saying(Map.of()).set(setting, text))).contains(problem);
  }

  @ParameterizedTest
  @CsvSource({"max-tenants, 10", "tenant-lifetime, 1m"})
  void meanNothingWithoutAResolver(String key, String text) {
    assertThat(TestConfig.valid().initParam(key, text).problem())
        .contains("is nothing without an IssuerResolver");
  }

  @Test
  void arePrintedAtTheStartWithThePresetOfAll() {
    GateConfig config = saying(Map.of()).set(Setting.PRESET, "okta").build();

    assertThat(config.report().settings())
        .contains("preset = okta (code)", "scope-claim = scp (preset okta)");
  }

  @Test
  void arePrintedAtTheStartWithWhatAuth0IsGranted() {
    assertThat(saying(Map.of()).build().report().settings())
        .contains(CERTIFICATE + ", where the IssuerResolver says preset=auth0");
    assertThat(saying(Map.of()).set(Setting.PRESET, "auth0").build().report().settings())
        .contains(CERTIFICATE + " (preset auth0)")
        .noneMatch(line -> line.contains("IssuerResolver"));
  }
}
