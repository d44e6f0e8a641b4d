package io.bearergate.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.GateConfig.TrustedIssuer;
import io.bearergate.token.ClaimPath;
import io.bearergate.token.IssuerRules;
import io.bearergate.token.RequiredClaim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the setting preset")
class PresetTest {

  private static final String ONE = "11111111-2222-3333-4444-555555555555";
  private static final String OTHER = "aaaaaaaa-2222-3333-4444-555555555555";

  private static TestConfig preset(String name) {
    return TestConfig.valid().initParam("preset", name);
  }

  private static TestConfig entra() {
    return TestConfig.empty()
        .initParam("preset", "entra")
        .initParam("entra-tenants", ONE)
        .initParam("audience", "api");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "auth0; algorithms = RS256 PS256; scope-claim = scope",
        "okta; scope-claim = scp; role-claim = groups",
        "okta; client-claim = cid; algorithms = RS256",
        "cognito; audience-claim = client_id; required-claims = token_use=access",
        "cognito; scope-claim = scope; role-claim = cognito:groups",
        "keycloak; role-claim = realm_access.roles, resource_access.\"api\".roles;"
            + " required-claims = typ=Bearer|DPoP",
        "google; algorithms = RS256; id-tokens = accepted",
        "firebase; required-claims = auth_time; id-tokens = accepted",
      })
  void printsWhatItSetsAtTheStart(String name, String one, String other) {
    String source = " (preset " + name + ")";

    assertThat(preset(name).read().report().settings())
        .contains("preset = " + name + " (web.xml, filter \"api\")", one + source, other + source);
  }

  @ParameterizedTest
  @CsvSource({
    "auth0, 'issuer: tokens bound to a certificate are taken under the scheme DPoP too, without a proof (preset auth0)'",
    "google, issuer: iss may lack its https:// (preset google)",
  })
  void printsWhatItGrantsAtTheStart(String name, String line) {
    assertThat(
            preset(name)
                .without("issuer")
                .initParam("issuer", issuer(name))
                .read()
                .report()
                .settings())
        .contains(line);
  }

  private static String issuer(String name) {
    return name.equals("google") ? "https://accounts.google.com" : "https://tenant.eu.auth0.com/";
  }

  @ParameterizedTest
  @ValueSource(strings = {"generic", "okta", "cognito", "keycloak", "google", "firebase"})
  void grantsNothingToAnyoneElse(String name) {
    assertThat(preset(name).read().issuers().get(0).rules().leniencies()).isEmpty();
  }

  @Test
  void setsNothingByDefault() {
    assertThat(TestConfig.valid().read().report().settings())
        .noneMatch(line -> line.contains("preset"));
    assertThat(preset("generic").read().issuers()).isEqualTo(TestConfig.valid().read().issuers());
  }

  @ParameterizedTest
  @EnumSource
  void standsInTheGuideWithAllThatItSets(Preset preset) throws IOException {
    String guide = Files.readString(Path.of("../docs/presets.md"));
    TestConfig config = preset == Preset.ENTRA ? entra() : preset(preset.word()).without("issuer");
    if (preset != Preset.ENTRA && preset != Preset.GOOGLE) { // which name their own
      config.initParam("issuer", "https://x.example.com/oauth2/y");
    }

    assertThat(config.read().report().settings())
        .filteredOn(line -> line.endsWith("(preset " + preset.word() + ")") && line.contains(" = "))
        .map(line -> line.replaceFirst(" \\(preset .*", "").replaceFirst(" = ", "="))
        .allSatisfy(line -> assertThat(guide).contains("`" + line + "`"));
  }

  @Test
  void givesWayToWhatAnySourceSays() {
    GateConfig config =
        preset("cognito")
            .initParam("role-claim", "custom:roles")
            .env("BEARERGATE_API_SCOPE_CLAIM", "scp")
            .file("audience-claim = aud")
            .read();

    IssuerRules rules = config.issuers().get(0).rules();
    assertThat(rules.claimNames().role()).containsExactly(ClaimPath.parse("custom:roles"));
    assertThat(rules.claimNames().scope()).containsExactly(ClaimPath.parse("scp"));
    assertThat(rules.claimNames().audience()).isEqualTo(ClaimPath.parse("aud"));
    assertThat(rules.requiredClaims())
        .containsExactly(
            new RequiredClaim(List.of(ClaimPath.parse("token_use")), List.of("access")));
  }

  @Test
  void warnsWhereRequiredClaimsOfOnesOwnLeaveOutThePresets() {
    TestConfig config = preset("cognito").initParam("required-claims", "email_verified");

    assertThat(config.read().report().warnings())
        .containsExactly(
            "required-claims (web.xml, filter \"api\") leaves out token_use=access of the preset"
                + " cognito");
    assertThat(
            config
                .initParam("required-claims", "token_use=access, email_verified")
                .read()
                .report()
                .warnings())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"google", "firebase"})
  void warnsOfIdTokensThatItAccepts(String name) {
    assertThat(preset(name).read().report().warnings())
        .containsExactly(
            "id-tokens=accepted (preset " + name + "): ID tokens pass as access tokens");
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth0", "okta", "entra", "cognito", "keycloak"})
  void acceptsNoIdTokensOfAnyoneElse(String name) {
    TestConfig config = name.equals("entra") ? entra() : preset(name);

    assertThat(config.read().issuers().get(0).rules().idTokensAccepted()).isFalse();
  }

  @Test
  void namesGooglesIssuerByItself() {
    assertThat(preset("google").without("issuer").read().issuers())
        .extracting(TrustedIssuer::identifier)
        .containsExactly("https://accounts.google.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth0", "okta", "cognito", "keycloak", "firebase"})
  void namesNobodyElsesIssuer(String name) {
    assertThat(preset(name).without("issuer").problem()).startsWith("issuer is missing.");
  }

  @Test
  void takesTheRolesOfEachClientThatIsAnAudience() {
    TestConfig config = preset("keycloak").initParam("audience", "orders, https://b.example.com");

    assertThat(config.read().issuers().get(0).rules().claimNames().role())
        .containsExactly(
            ClaimPath.parse("realm_access.roles"),
            ClaimPath.parse("resource_access.orders.roles"),
            ClaimPath.parse("resource_access.\"https://b.example.com\".roles"));
  }

  @Test
  void takesTheRealmsRolesAloneWhereTheAudienceIsUnchecked() {
    TestConfig config = preset("keycloak").initParam("audience", "unchecked");

    assertThat(config.read().issuers().get(0).rules().claimNames().role())
        .containsExactly(ClaimPath.parse("realm_access.roles"));
  }

  @Test
  void believesBothVersionsOfEachTenantOfEntra() {
    assertThat(
            entra()
                .initParam("entra-tenants", ONE + " " + OTHER.toUpperCase(Locale.ROOT))
                .read()
                .issuers())
        .extracting(TrustedIssuer::identifier)
        .containsExactly(
            "https://login.microsoftonline.com/" + ONE + "/v2.0",
            "https://login.microsoftonline.com/" + OTHER + "/v2.0",
            "https://sts.windows.net/" + ONE + "/",
            "https://sts.windows.net/" + OTHER + "/");
  }

  @Test
  void putsTheTenantIntoAnIssuerOfAnotherCloud() {
    TestConfig config =
        entra().initParam("issuer", "https://login.microsoftonline.us/{tenantid}/v2.0");

    assertThat(config.read().issuers())
        .extracting(TrustedIssuer::identifier)
        .containsExactly("https://login.microsoftonline.us/" + ONE + "/v2.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"common", "organizations", "consumers", "example.com", "*", "{tenantid}"})
  void refusesWhatIsNoTenantOfEntra(String tenant) {
    assertThat(entra().initParam("entra-tenants", tenant).problem())
        .startsWith("entra-tenants \"" + tenant + "\" (web.xml, filter \"api\") names " + tenant)
        .contains("is no tenant's id");
  }

  @Test
  void needsTenantsForEntra() {
    assertThat(entra().without("entra-tenants").problem())
        .startsWith("entra-tenants is missing. Set it to the ids of the tenants");
  }

  @Test
  void refusesTenantsOfNobody() {
    assertThat(preset("keycloak").initParam("entra-tenants", ONE).problem())
        .contains("is nothing without preset=entra");
  }

  @Test
  void refusesAnIssuerOfEntraThatLeavesTheTenantOpen() {
    assertThat(
            entra().initParam("issuer", "https://login.microsoftonline.com/common/v2.0").problem())
        .contains("names no {tenantid}. Write that in the tenant's place");
    assertThat(TestConfig.valid().initParam("issuer", "https://x/{tenantid}/").problem())
        .contains("is not a URL");
  }

  @Test
  void warnsOfOktasOrgServer() {
    TestConfig config = preset("okta").initParam("issuer", "https://dev-1.okta.com");

    assertThat(config.read().report().warnings())
        .singleElement()
        .asString()
        .startsWith("issuer = https://dev-1.okta.com (web.xml, filter \"api\"): ")
        .contains("org authorization server are for Okta alone");
    assertThat(
            config
                .initParam("issuer", "https://dev-1.okta.com/oauth2/default")
                .read()
                .report()
                .warnings())
        .isEmpty();
  }

  @Test
  void standsInABlockToo() {
    GateConfig config =
        TestConfig.valid()
            .initParam("issuers.kc.preset", "keycloak")
            .initParam("issuers.kc.issuer", "https://id.example.com/realms/shop")
            .initParam("issuers.kc.audience", "orders")
            .initParam("issuers.google.preset", "google")
            .initParam("issuers.google.audience", "client")
            .read();

    assertThat(config.issuers())
        .extracting(TrustedIssuer::identifier)
        .containsExactly(
            "https://issuer.example.com/",
            "https://accounts.google.com",
            "https://id.example.com/realms/shop");
    assertThat(config.issuers())
        .extracting(issuer -> issuer.rules().idTokensAccepted())
        .containsExactly(false, true, false);
    assertThat(config.report().settings())
        .contains(
            "issuers.kc.role-claim = realm_access.roles, resource_access.\"orders\".roles (preset"
                + " keycloak)",
            "issuers.google.id-tokens = accepted (preset google)");
  }

  @ParameterizedTest
  @CsvSource({"keycloack, keycloak", "Auth0, auth0", "azure-ad, ''"})
  void refusesAPresetThatIsNone(String name, String meant) {
    assertThat(preset(name).problem())
        .startsWith(
            "preset \"" + name + "\" (web.xml, filter \"api\") is not one of generic, auth0")
        .contains(meant.isEmpty() ? "Write generic or auth0" : "Did you mean " + meant + "?");
  }

  @ParameterizedTest
  @CsvSource({
    "BEARERGATE_PRESET, google",
    "BEARERGATE_ENTRA_TENANTS, 11111111-2222-3333-4444-555555555555"
  })
  void letsNoValueForAllStandBesideTheApplicationsOwnIssuer(String name, String value) {
    assertThat(TestConfig.valid().env(name, value).problem())
        .contains("is for every filter of this JVM, while issuer is this application's own");
  }

  @Test
  void letsNoKeysForAllVouchForItsIssuer() {
    TestConfig config = preset("google").without("issuer");

    assertThat(config.env("BEARERGATE_JWKS_URI", "https://other.example.com/keys").problem())
        .contains("is for every filter of this JVM, while issuer is this application's own");
  }

  @Test
  void letsNoIssuerForAllTakeThePlaceOfItsOwn() {
    TestConfig config = preset("google").without("issuer");

    assertThat(config.env("BEARERGATE_ISSUER", "https://other.example.com/").problem())
        .contains("while whom to believe is this application's own");
  }
}
