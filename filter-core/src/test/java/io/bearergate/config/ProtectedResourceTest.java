package io.bearergate.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("RS.16 the settings resource and resource-metadata")
class ProtectedResourceTest {

  private static final String WELL_KNOWN = "/.well-known/oauth-protected-resource";

  @ParameterizedTest
  @CsvSource({
    "https://api.example.com, '', ''",
    "https://api.example.com/, '', ''",
    "https://api.example.com/notes, '', /notes",
    "https://api.example.com/notes/, '', /notes/",
    "https://api.example.com:8443/a/b, '', /a/b",
    "http://127.0.0.1:8080/notes, '', /notes",
    "https://api.example.com/notes, /shop, /notes",
  })
  void insertsTheWellKnownPath(String identifier, String contextPath, String below) {
    ProtectedResource resource = new ProtectedResource(identifier, contextPath);

    String origin = identifier.replaceFirst("^(https?://[^/]+).*", "$1");
    assertThat(resource.address()).isEqualTo(origin + contextPath + WELL_KNOWN + below);
    assertThat(resource.path()).isEqualTo(WELL_KNOWN + below);
  }

  @Test
  void encodesTheAddressAndDecodesThePath() {
    ProtectedResource resource = new ProtectedResource("https://a.test/caf%C3%A9", "/ein \"laden");

    assertThat(resource.address())
        .isEqualTo("https://a.test/ein%20%22laden" + WELL_KNOWN + "/caf%C3%A9");
    assertThat(resource.path()).isEqualTo(WELL_KNOWN + "/caf\u00e9");
  }

  @Test
  void isTheFirstAudienceWhereThatIsAnAddress() {
    TestConfig config =
        TestConfig.valid()
            .initParam("audience", "https://b.test/x, https://a.test/")
            .initParam("resource-metadata", "on");

    assertThat(config.read().resource()).contains(new ProtectedResource("https://b.test/x", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.test/, 'https://a.test/, api', https://a.test/",
    "https://a.test/, https://b.test/, ''",
    "https://a.test/, api, ''",
    "api, api, ''",
  })
  void isTheFirstAudienceOfBlocksAloneWhereThatIsOneAddress(
      String one, String other, String resource) {
    TestConfig config = blocks(one, other).initParam("resource-metadata", "on");

    if (resource.isEmpty()) {
      assertThat(config.problem()).endsWith("Add the line: resource=https://HOST/PATH");
    } else {
      assertThat(config.read().resource()).contains(new ProtectedResource(resource, ""));
    }
  }

  @Test
  void isTheSettingBesideBlocksAlone() {
    TestConfig config =
        blocks("api", "https://b.test/")
            .initParam("resource", "https://c.test/")
            .initParam("resource-metadata", "on");

    assertThat(config.read().resource()).contains(new ProtectedResource("https://c.test/", ""));
  }

  private static TestConfig blocks(String one, String other) {
    return TestConfig.empty()
        .initParam("issuers.one.issuer", "https://one.test/")
        .initParam("issuers.one.audience", one)
        .initParam("issuers.other.issuer", "https://other.test/")
        .initParam("issuers.other.audience", other);
  }

  @Test
  void isTheSettingBeforeTheAudience() {
    TestConfig config =
        TestConfig.valid()
            .initParam("audience", "https://b.test/x")
            .initParam("resource", "http://localhost:8080/api")
            .initParam("resource-metadata", "on");

    assertThat(config.read().deployedAt("/shop").resource())
        .contains(new ProtectedResource("http://localhost:8080/api", "/shop"));
  }

  @Test
  void isNotPublishedByDefault() {
    TestConfig config = TestConfig.valid().initParam("resource", "https://a.test/");

    assertThat(config.read().resource()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "api",
    "urn:bearergate:vault",
    "'api, https://a.test/'",
    "http://a.test/",
    "unchecked"
  })
  void saysWhatToWriteWhereTheFirstAudienceIsNoAddress(String audience) {
    TestConfig config =
        TestConfig.valid().initParam("audience", audience).initParam("resource-metadata", "on");

    assertThat(config.problem())
        .startsWith("resource-metadata \"on\" (web.xml, filter \"api\") wants an address")
        .endsWith("Add the line: resource=https://HOST/PATH");
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.test/, is plain http",
    "https://a.test/?x, holds a query",
    "https://a.test/#x, holds a fragment",
    "https://u@a.test/, holds user information",
    "https:///a, names no host",
    "urn:a:b, is not a URL",
    "a.test, is not a URL",
    "https://a.test/\u00e9, is not ASCII",
  })
  void refusesAResourceThatIsNoSafeAddress(String resource, String problem) {
    TestConfig config =
        TestConfig.valid().initParam("resource", resource).initParam("resource-metadata", "on");

    assertThat(config.problem()).startsWith("resource \"").contains(problem);
    assertThat(config.problem()).doesNotContain("Add the line");
  }
}
