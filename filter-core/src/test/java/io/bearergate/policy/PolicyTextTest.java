package io.bearergate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/** token",
        "  \t/**\t\ttoken  ",
        "GET,POST /a token, scope a b",
        "/a scope a,role b , client c",
        "/a scope a\r\n/b scope b\r\n",
        "PROPFIND /a any-scope a b",
        "/a role Größe",
        "# GET /a nonsense",
        "   # indented",
        "/a scope #a",
        "/a audience https://api.example.com/a urn:b, authorization-details \"https://a.b/c\".read",
        "/a acr urn:mace:incommon:iap:silver mfa, max-age PT5M",
      })
  void reads(String rules) {
    assertThatCode(() -> Policy.parse(rules)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/a scop x | \"scop\" is not a requirement. Did you mean scope?",
        "/a Token | \"Token\" is not a requirement. Did you mean token?",
        "/a anyscope x | Did you mean any-scope?",
        "/a roles x | Did you mean role?",
        "/a authenticated | Write one of open, optional, deny, token, scope, any-scope, permission",
        "/a | a requirement is missing",
        "/a token, | a requirement is missing",
        "/a ,token | a requirement is missing",
        "GET | a path is missing after GET",
        "/api GET scope x | \"/api GET scope x\": the method stands before the path: GET /api",
        "/api GET,POST scope x | the method stands before the path: GET,POST /api",
        "/api DELETE | the method stands before the path: DELETE /api",
        "/api PURGE scope x | \"PURGE\" is not a requirement. Write one of",
        "/a scope | scope needs a value",
        "/a token x | token takes no value",
        "/a open /b | open takes no value",
        "/a open, scope x | open stands alone",
        "/a optional, scope x | optional stands alone",
        "/a token, deny | deny stands alone",
        "/a scope \u00e4 | is no scope",
        "/a scope \"a\" | is no scope",
        "/a scope a\\b | is no scope",
        "/a any-scope a b\" | is no scope",
        "/a audience | audience needs a value, as in \"audience a b\"",
        "/a acr | acr needs a value, as in \"acr a b\"",
        "/a acr a\\b | is no acr",
        "/a acr a, acr b | acr stands there twice",
        "/a max-age | max-age needs a value, as in \"max-age 5m\"",
        "/a max-age 5m 1h | max-age takes one value",
        "/a max-age 10 | max-age \"10\" is not a duration. Write 30s, 2m or PT30S.",
        "/a max-age 0s | max-age \"0s\" is out of bounds. Write 1s to 365d.",
        "/a max-age 366d | out of bounds",
        "/a max-age 5m, max-age 1h | max-age stands there twice",
        "/a authorization-details | authorization-details needs a value, as in \"authorization-details TYPE.action\"",
        "/a authorization-details a b | authorization-details takes one value",
        "/a authorization-details a.b.c | \"a.b.c\" has more than one dot. Quote what holds dots",
        "/a authorization-details a. | \"a.\" is not TYPE or TYPE.action",
        "/a authorization-details .a | is not TYPE or TYPE.action",
        "/a authorization-details \"a.b | is not TYPE or TYPE.action",
        "/a sender-constrained x | sender-constrained takes no value",
        "GTE /a token | \"GTE\" is no usual method. Did you mean GET?",
        "get /a token | methods are upper case. Did you mean GET?",
        "GET,,POST /a token | \"GET,,POST\" is no list of methods",
        "GET, POST /a token | \"GET,\" is no list of methods",
        "GET,GET /a token | the method GET stands there twice",
        "* /a token | \"*\" is no method",
        "api/** token | a path begins with /",
        "/a* token | * stands for a whole segment",
        "/a\u00a0token | invisible character U+00A0",
        "/a tok\u0007en | invisible character U+0007",
      })
  void namesTheLineAndWhatToWrite(String rule, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Policy.parse("# first\n" + rule))
        .withMessageStartingWith("line 2, \"" + rule.replace('\u0007', '?') + "\": ")
        .withMessageContaining(problem);
  }

  @Test
  void gathersAllProblems() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Policy.parse("/a tokn\n/b token\n/b/ open\n/c** open"))
        .withMessage(
            """
            line 1, "/a tokn": "tokn" is not a requirement. Did you mean token?
            line 4, "/c** open": ** stands only at the end, as /**
            line 3, "/b/ open": can never match, because of line 2 above it""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/** token; /a open | line 2 | line 1 above",
        "/a open; /a/ token | line 2 | line 1 above",
        "GET /a open; HEAD /a token | line 2 | line 1 above",
        "GET /a open; POST /a open; GET,POST /a token | line 3 | line 1 and line 2 above",
        "/a/* open; GET /a/b token | line 2 | line 1 above",
        "/a/** open; /a/*/c/** token | line 2 | line 1 above",
        "/a open; /a/*/** token; /a/** scope x | line 3 | line 1 and line 2 above",
        "GET /a open; GET /a/*/** open; POST /a/** token | line 3 | line 1 and line 2 above",
        "GET /a/b open; POST /a/* open; POST /a/b open | line 3 | line 2 above",
      })
  void refusesARuleThatNoRequestGetsTo(String rules, String hidden, String hiders) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Policy.parse(rules.replace("; ", "\n")))
        .withMessageMatching(
            "(?s)" + hidden + ",[^\n]*can never match, because of " + hiders + " it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /a open\nPOST /a open\n/a token",
        "HEAD /a open\nGET /a token",
        "GET /a open\nGET,POST /a token",
        "/a open\n/a/** token",
        "/a/b open\n/a/* token",
        "/a/* open\n/a/** token",
        "/a/*/c open\n/a/b/* token",
        "GET /a/** open\nPOST /** token",
        "/** token",
      })
  void takesARuleThatSomeRequestGetsTo(String rules) {
    assertThat(Policy.parse(rules)).hasToString(rules);
  }
}
