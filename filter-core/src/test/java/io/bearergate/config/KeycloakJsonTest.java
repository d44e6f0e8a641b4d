package io.bearergate.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.config.GateConfig.TrustedIssuer;
import io.bearergate.keys.KeyLocation;
import io.bearergate.keys.TestCertificate;
import io.bearergate.test.TestKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the setting keycloak-json")
class KeycloakJsonTest {

  private static final Path GUIDE = Path.of("../docs/migration/keycloak-json.md");

  @TempDir Path directory;

  /** A file that holds, and {@code members} in it. */
  private static TestConfig with(String... members) {
    String[] valid = {
      "'realm': 'shop'",
      "'auth-server-url': 'https://sso.example.com/auth/'",
      "'resource': 'orders-api'",
      "'bearer-only': true"
    };
    return file(Stream.concat(Stream.of(valid), Stream.of(members)).toArray(String[]::new));
  }

  /** A file of nothing but {@code members}. */
  private static TestConfig file(String... members) {
    return text(
        "{"
            + Stream.of(members).map(m -> m.replace('\'', '"')).collect(Collectors.joining(","))
            + "}");
  }

  private static TestConfig text(String json) {
    return TestConfig.empty()
        .initParam("audience", "orders-api")
        .initParam("keycloak-json", "classpath:keycloak.json")
        .resource("keycloak.json", json);
  }

  private static List<String> settings(TestConfig config) {
    return config.read().report().settings();
  }

  private static List<String> warnings(TestConfig config) {
    return config.read().report().warnings();
  }

  private static TrustedIssuer issuer(TestConfig config) {
    return config.read().issuers().get(0);
  }

  private String place(String text) throws IOException {
    return place(text.getBytes(StandardCharsets.US_ASCII));
  }

  private String place(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(directory, "store", ""), content).toString();
  }

  @Test
  void namesTheIssuerAsKeycloakDoes() {
    assertThat(issuer(with()).identifier()).isEqualTo("https://sso.example.com/auth/realms/shop");
    assertThat(issuer(file("'realm': 'shop'", "'auth-server-url': 'https://sso.example.com'")))
        .extracting(TrustedIssuer::identifier)
        .isEqualTo("https://sso.example.com/realms/shop");
  }

  @Test
  void namesItselfAndTheMemberInTheStartLog() {
    assertThat(settings(with("'proxy-url': 'http://proxy.example:3128'")))
        .contains(
            "keycloak-json = classpath:keycloak.json (web.xml, filter \"api\")",
            "preset = keycloak (keycloak.json)",
            "issuer = https://sso.example.com/auth/realms/shop (keycloak.json, realm and"
                + " auth-server-url)",
            "proxy = http://proxy.example:3128 (keycloak.json, proxy-url)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "'use-resource-role-mappings': false | role-claim = realm_access.roles",
        "'use-resource-role-mappings': 'true' | role-claim = resource_access.\"orders-api\".roles",
        "'principal-attribute': 'preferred_username' | principal-claim = \"preferred_username\"",
        "'principal-attribute': 'https://example.com/name' | principal-claim = \"https://example.com/name\"",
        "'min-time-between-jwks-requests': 20 | jwks-cooldown = 20s",
        "'public-key-cache-ttl': 86400 | jwks-refresh = 86400s",
        "'connection-timeout-millis': 500 | connect-timeout = 500ms",
        "'socket-timeout-millis': '5000' | read-timeout = 5000ms",
      })
  void readsWhatWeHaveASettingFor(String member, String line) {
    assertThat(settings(with(member)))
        .anyMatch(shown -> shown.startsWith(line + " (keycloak.json"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "'use-resource-role-mappings': 'yes' | use-resource-role-mappings (keycloak.json) is neither true nor false",
        "'principal-attribute': 'a b' | principal-attribute (keycloak.json) is no name of one claim",
        "'principal-attribute': {} | principal-attribute (keycloak.json) is neither text nor",
        "'proxy-url': 'https://proxy.example:1' | proxy \"https://proxy.example:1\" (keycloak.json, proxy-url) is no address",
        "'truststore': '/nowhere.p12' | trust-store \"/nowhere.p12\" (keycloak.json, truststore) cannot be read",
        "'truststore-password': 's3cr3t' | trust-store-password (hidden) (keycloak.json, truststore-password) is nothing",
        "'client-keystore': '/nowhere.p12' | key-store \"/nowhere.p12\" (keycloak.json, client-keystore) cannot be read",
        "'client-keystore-password': 's3cr3t' | key-store-password (hidden) (keycloak.json, client-keystore-password) is",
        "'client-key-password': 's3cr3t' | client-key-password (keycloak.json) differs from client-keystore-password",
        "'min-time-between-jwks-requests': 0 | jwks-cooldown \"0s\" (keycloak.json, min-time-between-jwks-requests) is",
        "'min-time-between-jwks-requests': '5m' | min-time-between-jwks-requests (keycloak.json) is no whole number",
        "'public-key-cache-ttl': 86401 | jwks-refresh \"86401s\" (keycloak.json, public-key-cache-ttl) is",
        "'public-key-cache-ttl': 59 | jwks-refresh \"59s\" (keycloak.json, public-key-cache-ttl) is",
        "'public-key-cache-ttl': 60.5 | public-key-cache-ttl (keycloak.json) is neither text nor",
        "'connection-timeout-millis': 30001 | connect-timeout \"30001ms\" (keycloak.json, connection-timeout-millis) is",
        "'socket-timeout-millis': -2 | socket-timeout-millis (keycloak.json) is no whole number",
        "'realm-public-key': {} | realm-public-key (keycloak.json) is neither text nor",
        "'enable-basic-auth': 'no' | enable-basic-auth (keycloak.json) is neither true nor false",
        "'enable-cors': [] | enable-cors (keycloak.json) is neither text nor",
      })
  void refusesWhatItCannotRead(String member, String problem) {
    assertThat(with(member).problem()).startsWith(problem).doesNotContain("s3cr3t");
  }

  @Test
  void takesMinusOneForNothingSaid() {
    assertThat(settings(with("'socket-timeout-millis': -1")))
        .noneMatch(line -> line.startsWith("read-timeout"));
  }

  @Test
  void countsNoRolesOfClientsUnlessTheAdapterDid() {
    assertThat(settings(with()))
        .contains("role-claim = realm_access.roles (keycloak.json, use-resource-role-mappings)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'resource': 'a b'", "'resource': 'a\\'b'", "'x': 1"})
  void needsAClientWhoseRolesCount(String resource) {
    String json =
        "{'realm': 'shop', 'auth-server-url': 'https://sso.example.com', %s,".formatted(resource)
            + "'use-resource-role-mappings': true}";

    assertThat(text(json.replace('\'', '"')).problem())
        .contains("use-resource-role-mappings (keycloak.json) needs a resource");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "'verify-token-audience': false", "'verify-token-audience': true"})
  void leavesNobodyWithoutAnAudience(String member) {
    TestConfig config = member.isEmpty() ? with() : with(member);

    assertThat(config.without("audience").problem())
        .startsWith("audience is missing. Set it to this API's identifier at the issuer.")
        .endsWith(
            "keycloak.json (names none: once a mapper of Keycloak puts this client into aud,"
                + " write audience=orders-api)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "'disable-trust-manager': true",
        "'allow-any-hostname': true",
        "'ssl-required': 'none'",
      })
  void doesNotStartWithWhatWeakenedTheAdapter(String member) {
    assertThat(with(member).problem()).contains("Remove this line: " + member.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'disable-trust-manager': false",
        "'allow-any-hostname': 'false'",
        "'ssl-required': 'all'",
        "'ssl-required': 'EXTERNAL'",
        "'policy-enforcer': null",
      })
  void startsWithWhatWeakenedNothing(String member) {
    assertThat(with(member).problem()).isEmpty();
    assertThat(warnings(with(member))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'ssl-required': 'None'", "'ssl-required': 'NONE'"})
  void seesPlainHttpHoweverItIsWritten(String member) {
    assertThat(with(member).problem()).contains("ssl-required (keycloak.json) lets anybody");
  }

  @Test
  void doesNotStartWhereSslIsAskedForByAnUnknownWord() {
    assertThat(with("'ssl-required': 'some'").problem()).contains("is not one of all, external");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'paths': []}", "true"})
  void doesNotStartWithPathsThatPoliciesGuarded(String policies) {
    assertThat(with("'policy-enforcer': " + policies).problem())
        .startsWith("policy-enforcer (keycloak.json) guards paths by policies")
        .contains("Write them as rules");
  }

  @Test
  void takesNoKeysByPlainHttp() {
    assertThat(file("'realm': 'shop'", "'auth-server-url': 'http://sso.example.com'").problem())
        .contains("(keycloak.json, realm and auth-server-url) is plain http");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'/auth'", "'sso.example.com'", "'https://sso.example.com?x'"})
  void refusesAnAddressThatIsNone(String address) {
    assertThat(file("'realm': 'shop'", "'auth-server-url': " + address).problem())
        .contains("(keycloak.json, realm and auth-server-url)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"my shop", "a/b", "..", "ä"})
  void refusesARealmThatAddressesWriteOtherwise(String realm) {
    assertThat(file("'realm': '" + realm + "'", "'auth-server-url': 'https://a.b'").problem())
        .contains("realm (keycloak.json) is written otherwise in addresses");
  }

  @Test
  void needsNoNameOfARealmWhereTheIssuerStandsElsewhere() {
    TestConfig config =
        file("'realm': 'my shop'", "'auth-server-url': 'https://a.b'")
            .initParam("issuer", "https://a.b/realms/my%20shop");

    assertThat(issuer(config).identifier()).isEqualTo("https://a.b/realms/my%20shop");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'realm': 'shop'", "'auth-server-url': 'https://sso.example.com'"})
  void tellsWhatMakesAnIssuer(String half) {
    assertThat(file(half).problem())
        .startsWith("issuer is missing")
        .contains("keycloak.json (realm and auth-server-url)");
  }

  @Test
  void verifiesByTheKeyAtHand() {
    String key =
        Base64.getEncoder()
            .encodeToString(TestKey.generate("RS256", "k").pair().getPublic().getEncoded());

    assertThat(issuer(with("'realm-public-key': '" + key + "'")).keys())
        .isInstanceOf(KeyLocation.Text.class);
    assertThat(settings(with("'realm-public-key': '" + key + "'")))
        .contains("jwks = (keys) (keycloak.json, realm-public-key)");
  }

  @Test
  void believesNoOtherIssuerForTheKeyAtHand() {
    TestConfig config =
        with("'realm-public-key': 'MIIB'").initParam("issuer", "https://other.example");

    assertThat(config.problem())
        .startsWith("realm-public-key (keycloak.json) is the key of the issuer named there");
  }

  @Test
  void believesNoIssuerOfAnotherPresetForTheKeyAtHand() {
    TestConfig config = file("'realm-public-key': 'MIIB'").initParam("preset", "google");

    assertThat(config.problem())
        .contains("realm-public-key (keycloak.json) is nobody's key without realm and");
  }

  @Test
  void trustsAndShowsTheCertificatesOfTheAdapter() throws IOException {
    TestCertificate certificate = TestCertificate.selfSigned("one.example");
    TestConfig config =
        with(
            "'truststore': '" + place(certificate.trustingPkcs12()) + "'",
            "'truststore-password': 'changeit'",
            "'client-keystore': '" + place(certificate.pkcs12()) + "'",
            "'client-keystore-password': 'changeit'",
            "'client-key-password': 'changeit'");

    assertThat(config.read().keys().route().trusted()).isPresent();
    assertThat(config.read().keys().route().own()).isPresent();
    assertThat(String.join("\n", settings(config)))
        .contains("trust-store-password = (hidden) (keycloak.json, truststore-password)")
        .doesNotContain("changeit");
  }

  @Test
  void saysWhatItLeavesOutAndWhyButNoSecret() {
    assertThat(
            settings(
                with(
                    "'credentials': {'secret': 's3cr3t'}",
                    "'token-store': 'cookie'",
                    "'token-minimum-time-to-live': 10",
                    "'cors-max-age': 1")))
        .contains(
            "keycloak.json: token-minimum-time-to-live, token-store not needed: nobody signs in"
                + " here, and no session is kept",
            "keycloak.json: credentials not needed: keys are public, and nothing else is asked for",
            "keycloak.json: cors-max-age not needed: a CORS filter's work")
        .noneMatch(line -> line.contains("s3cr3t"));
  }

  @Test
  void warnsOnceOfMembersThatNoAdapterHas() {
    assertThat(warnings(with("'verify-token-audiance': true", "'a\\nb': {'secret': 's3cr3t'}")))
        .containsExactly(
            "keycloak.json: unknown members, which say nothing: a?b, verify-token-audiance");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "'enable-basic-auth': true | a user's name and password get 401",
        "'enable-cors': true | browsers of other origins need a CORS filter",
      })
  void warnsOfWhatTheAdapterDidAndNobodyDoesNow(String member, String warning) {
    assertThat(warnings(with(member))).hasSize(1).first().asString().contains(warning);
    assertThat(warnings(with(member.replace("true", "false")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'bearer-only': false", "'autodetect-bearer-only': true"})
  void warnsWhereTheAdapterSentUsersToSignIn(String member) {
    TestConfig config =
        file("'realm': 'shop'", "'auth-server-url': 'https://sso.example.com'", member);

    assertThat(warnings(config))
        .containsExactly(
            "keycloak.json: nobody is sent to sign in: a request without a token gets 401 (no"
                + " bearer-only)");
  }

  @ParameterizedTest
  @CsvSource({"${env.KC}", "${kc.url}", "${sys.kc.url}", "${none:https://sso.example.com/}"})
  void fillsInPlaceholdersOfKeycloakAndOurs(String placeholder) {
    TestConfig config =
        file("'realm': '${env.REALM:shop}'", "'auth-server-url': '" + placeholder + "'")
            .env("KC", "https://sso.example.com/")
            .sys("kc.url", "https://sso.example.com/");

    assertThat(issuer(config).identifier()).isEqualTo("https://sso.example.com/realms/shop");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'realm': '${env.NONE}' | realm (keycloak.json) needs the environment variable NONE",
        "'realm': '${jboss.realm}' | realm (keycloak.json) needs the system property jboss.realm",
        "'proxy-url': '${none}' | (keycloak.json, proxy-url) needs the system property none",
        "'ssl-required': '${' | ssl-required (keycloak.json) holds a placeholder that is none",
      },
      quoteCharacter = '\0')
  void refusesPlaceholdersThatCannotBeFilledIn(String member, String problem) {
    TestConfig config =
        file("'auth-server-url': 'https://a.b'", member).initParam("issuer", "https://a.b");

    assertThat(config.problem()).contains(problem);
  }

  @Test
  void searchesASecretForNoPlaceholder() throws IOException {
    TestCertificate certificate = TestCertificate.selfSigned("one.example");
    TestConfig config =
        with(
                "'truststore': '" + place(certificate.trustingPkcs12()) + "'",
                "'truststore-password': '${env.PASSWORD}'")
            .env("PASSWORD", "${sys.none}");

    assertThat(config.problem())
        .contains("cannot be opened with this password")
        .doesNotContain("sys.none");
  }

  @Test
  void givesWayToEverythingWrittenForUs() {
    TestConfig config =
        with("'min-time-between-jwks-requests': 20", "'use-resource-role-mappings': true")
            .file("jwks-cooldown = 7s")
            .initParam("role-claim", "roles");

    assertThat(settings(config))
        .contains("jwks-cooldown = 7s (bearergate.properties)")
        .noneMatch(line -> line.contains("use-resource-role-mappings"));
  }

  @Test
  void readsAFileOfTheWebApplication() {
    TestConfig config =
        TestConfig.valid()
            .initParam("keycloak-json", "/WEB-INF/keycloak.json")
            .webFile("/WEB-INF/keycloak.json", "{\"principal-attribute\": \"email\"}");

    assertThat(settings(config))
        .contains("principal-claim = \"email\" (keycloak.json, principal-attribute)");
  }

  @Test
  void readsAFile() throws IOException {
    TestConfig config =
        TestConfig.valid()
            .initParam("keycloak-json", place("{\"principal-attribute\": \"email\"}"));

    assertThat(settings(config)).anyMatch(line -> line.startsWith("principal-claim = \"email\""));
  }

  @Test
  void doesNotStartWithoutTheFileItNames() {
    assertThat(TestConfig.valid().initParam("keycloak-json", "/WEB-INF/keycloak.json").problem())
        .startsWith("keycloak-json \"/WEB-INF/keycloak.json\" (web.xml")
        .contains("there is no such file", "classpath:NAME or /WEB-INF/keycloak.json.");
    assertThat(TestConfig.valid().initParam("keycloak-json", "classpath:none.json").problem())
        .contains("cannot be read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{\"realm\": \"a\",}", "{\"a\": 1, \"a\": 2}", "{} // Keycloak"})
  void readsStrictJsonAlone(String json) {
    assertThat(text(json).problem())
        .contains(
            "keycloak-json \"classpath:keycloak.json\" (web.xml, filter \"api\") is not one JSON");
  }

  @Test
  void tellsAPlaceThatCannotBeFilledIn() {
    assertThat(TestConfig.valid().initParam("keycloak-json", "${env.NONE}").problem())
        .isEqualTo(
            "keycloak-json \"${env.NONE}\" (web.xml, filter \"api\") needs the environment variable"
                + " NONE, which is not set. Set it, or write ${env.NONE:default}.");
    assertThat(TestConfig.valid().initParam("keycloak-json", " ").problem()).contains("is blank");
  }

  @Test
  void isNoneOfAnotherApplications() {
    TestConfig forAll =
        TestConfig.valid().env("BEARERGATE_KEYCLOAK_JSON", "classpath:keycloak.json");

    assertThat(forAll.resource("keycloak.json", "{}").problem())
        .contains("is for every filter of this JVM, while issuer is this application's own");
  }

  @Test
  void isTheApplicationsOwnWhereTheApplicationNamesIt() {
    assertThat(with().env("BEARERGATE_ISSUER", "https://other.example").problem())
        .contains("is for every filter of this JVM and would replace")
        .contains("(keycloak.json, realm and auth-server-url)");
  }

  @Test
  void worksForAllFiltersThatNameNoIssuer() {
    TestConfig config =
        TestConfig.empty()
            .initParam("audience", "orders-api")
            .env("BEARERGATE_KEYCLOAK_JSON", "classpath:kc.json")
            .resource("kc.json", "{\"realm\": \"shop\", \"auth-server-url\": \"https://a.b\"}");

    assertThat(issuer(config).identifier()).isEqualTo("https://a.b/realms/shop");
  }

  @Test
  void worksInCode() throws IOException {
    GateConfig config =
        GateConfig.builder("https://a.b", "api")
            .set(Setting.KEYCLOAK_JSON, place("{\"principal-attribute\": \"email\"}"))
            .build();

    assertThat(config.report().settings())
        .anyMatch(line -> line.startsWith("principal-claim = \"email\""));
  }

  @Test
  void hasARowInTheGuideForEveryMember() throws IOException {
    Pattern row = Pattern.compile("^\\| `([a-z-]+)` \\|.*");

    assertThat(Files.readAllLines(GUIDE).stream().map(row::matcher).filter(m -> m.matches()))
        .extracting(m -> m.group(1))
        .containsExactlyInAnyOrderElementsOf(KeycloakMembers.all().toList());
  }
}
