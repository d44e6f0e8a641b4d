package io.bearergate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.rejection.Rejection.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

  private static final Requirement ANY_TOKEN = new Requirement.Token(false, List.of());

  private final Policy policy =
      Policy.parse(
          """
          # the shop
          /public/**             open
          GET  /api/orders/**    scope read:orders
          POST /api/orders/**    scope write:orders

          \t/api/admin/**\trole admin
          /news                  optional
          /internal/**           deny
          /**                    token
          """);

  @ParameterizedTest
  @CsvSource({
    "GET, /public/logo.png, Open",
    "DELETE, /public, Open",
    "GET, /api/orders, read:orders",
    "HEAD, /api/orders/7, read:orders",
    "POST, /api/orders/, write:orders",
    "PATCH, /api/admin/users, admin",
    "GET, /news/, optional=true",
    "GET, /internal/x, DENIED",
    "GET, /elsewhere, demands=[]",
  })
  void asksForWhatTheFirstMatchingRuleSays(String method, String path, String part) {
    assertThat(policy.requirementFor(method, path).toString()).contains(part);
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /api/orders/7",
    "PUT, /api/orders",
    "OPTIONS, /api/orders/",
    "get, /api/orders",
    "Post, /api/orders",
  })
  void refusesMethodsThatAPathsRulesDoNotNameRatherThanAskAWiderRule(String method, String path) {
    assertThat(refusal(policy, method, path)).isEqualTo(Reason.METHOD_NOT_COVERED);
  }

  @Test
  void refusesHeadWhereOnlyPostIsNamed() {
    Policy posting = Policy.parse("POST /a scope x\n/** token");

    assertThat(refusal(posting, "HEAD", "/a")).isEqualTo(Reason.METHOD_NOT_COVERED);
  }

  @Test
  void doesNotLetHeadCoverGet() {
    Policy heading = Policy.parse("HEAD /a open");

    assertThat(refusal(heading, "GET", "/a")).isEqualTo(Reason.METHOD_NOT_COVERED);
  }

  @Test
  void asksANarrowerRuleAfterOneForOtherMethods() {
    Policy narrowing = Policy.parse("GET /a/** scope r\nPOST /a/b scope w\nPOST /a/*/c scope v");

    assertThat(narrowing.requirementFor("POST", "/a/b").toString()).contains("[w]");
    assertThat(narrowing.requirementFor("POST", "/a/x/c").toString()).contains("[v]");
    assertThat(refusal(narrowing, "POST", "/a/c")).isEqualTo(Reason.METHOD_NOT_COVERED);
  }

  @Test
  void refusesWhatOnlyARuleAsideOfAnEarlierOneForOtherMethodsCovers() {
    Policy crossing = Policy.parse("GET /a/*/c scope r\nPOST /a/b/* scope w\n/** token");

    assertThat(refusal(crossing, "POST", "/a/b/c")).isEqualTo(Reason.METHOD_NOT_COVERED);
    assertThat(crossing.requirementFor("POST", "/a/b/d").toString()).contains("[w]");
  }

  @Test
  void refusesAtTheFirstWiderRuleForTheMethodWhateverFollows() {
    Policy three = Policy.parse("GET /a/b open\nPOST /a/* scope x\nPOST,PUT /a/b scope y");

    assertThat(refusal(three, "POST", "/a/b")).isEqualTo(Reason.METHOD_NOT_COVERED);
    assertThat(three.requirementFor("PUT", "/a/b").toString()).contains("[y]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/** token", "/other open", "# nothing but a remark"})
  void asksForATokenWhereNoRuleMatches(String rules) {
    assertThat(Policy.parse(rules).requirementFor("GET", "/x")).isEqualTo(ANY_TOKEN);
  }

  @Test
  void readsTheEmptyPathAsTheRoot() {
    Policy root = Policy.parse("/ open");

    assertThat(root.requirementFor("GET", "")).isEqualTo(new Requirement.Open());
    assertThat(root.requirementFor("GET", "/")).isEqualTo(new Requirement.Open());
    assertThat(root.requirementFor("GET", "/x")).isEqualTo(ANY_TOKEN);
  }

  @Test
  void comparesPathsCaseSensitively() {
    assertThat(policy.requirementFor("GET", "/PUBLIC/x")).isEqualTo(ANY_TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/admin;x/users", "/api;a=b;c/admin;/users;jsessionid=1"})
  void looksThroughPathParameters(String path) {
    assertThat(policy.requirementFor("GET", path).toString()).contains("admin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//api/admin",
        "/api//admin",
        "/api/admin//",
        "/api/./admin",
        "/api/.",
        "/public/../api/admin",
        "/public/..",
        "/public/..;/api/admin",
        "/api/;x/admin",
        "/;/api",
        "/public\\..\\api",
        "/public%2Fapi",
        "/public%2f..%2fapi",
        "/public%5Capi",
        "/public%5capi",
        "/public/%2e%2E/api",
        "/api/%2e/admin",
        "/api/\0admin",
        "/api/\u001fadmin",
        "/api/\nadmin",
        "/api/\u007f",
        "/api/\u0085",
        "/api/\ufffdadmin",
        "/api/\ud800admin",
        "/api/\udc00",
        "/api/\udc00\ud800",
        "/api/\ud83d\ude00\ude00",
        "api/admin",
        ";x",
        "*",
      })
  void refusesPathsThatCanBeReadInTwoWays(String path) {
    assertThat(refusal(policy, "GET", path)).isEqualTo(Reason.AMBIGUOUS_PATH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/...",
        "/api/.hidden",
        "/api/a..b",
        "/api/a.",
        "/api/%",
        "/api/%2",
        "/api/100%",
        "/api/%41",
        "/api/%5",
        "/api/\ud83d\ude00",
        "/api/ü",
        "/api/a b",
        "/api/x/",
      })
  void takesUnusualPathsThatReadOneWay(String path) {
    assertThat(policy.requirementFor("GET", path)).isEqualTo(ANY_TOKEN);
  }

  @Test
  void tellsItsRulesAsWritten() {
    assertThat(Policy.parse("\n  # x\n  GET  /a   token\n\n/b open\n"))
        .hasToString("GET  /a   token\n/b open");
  }

  private static Reason refusal(Policy policy, String method, String path) {
    Requirement requirement = policy.requirementFor(method, path);
    assertThat(requirement).isInstanceOf(Requirement.Refused.class);
    return ((Requirement.Refused) requirement).rejection().reason();
  }
}
