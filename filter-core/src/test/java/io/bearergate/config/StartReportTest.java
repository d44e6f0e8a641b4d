package io.bearergate.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StartReportTest {

  @Test
  void namesWhatIsNotAtItsDefaultAndWhereItStands() {
    GateConfig config =
        TestConfig.valid()
            .initParam("leeway", "30s")
            .initParam("rules", "/a open\n   /** token")
            .env("BEARERGATE_API_REALM", "shop")
            .sys("bearergate.typ", "strict")
            .read();

    assertThat(config.report().settings())
        .containsExactly(
            "issuer = https://issuer.example.com/ (web.xml, filter \"api\")",
            "audience = api (web.xml, filter \"api\")",
            "typ = strict (-Dbearergate.typ)",
            "rules = those above (web.xml, filter \"api\")",
            "realm = shop (env BEARERGATE_API_REALM)");
    assertThat(config.report().warnings()).isEmpty();
  }

  @Test
  void warnsOfIdTokensThatPass() {
    assertThat(TestConfig.valid().initParam("id-tokens", "accepted").read().report().warnings())
        .containsExactly(
            "id-tokens=accepted (web.xml, filter \"api\"): ID tokens pass as access tokens");
  }

  @Test
  void shortensLongValues() {
    String realm = "x".repeat(500);

    assertThat(TestConfig.valid().initParam("realm", realm).read().report().settings())
        .contains("realm = " + "x".repeat(100) + "… (web.xml, filter \"api\")");
  }
}
