package io.bearergate.sample.issuer;

import static io.bearergate.sample.issuer.Answers.assertJson;
import static io.bearergate.sample.issuer.Answers.assertTold;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuthorizationDetailsTest extends DetailsTest {

  @Test
  @DisplayName("F06.1 + response and access token carry the objects as granted")
  void grantsWhatWasAgreedTo() throws Exception {
    HttpResponse<String> tokens = redeemAsWeb(codeFor(BOTH));

    assertThat(tokens.statusCode()).isEqualTo(200);
    assertThat(Parsed.json(tokens)).containsEntry("authorization_details", objects(BOTH));
    assertThat(
            Parsed.claims(Parsed.member(tokens, "access_token"))
                .getListClaim("authorization_details"))
        .isEqualTo(objects(BOTH));
  }

  @Test
  @DisplayName("F06.1 + without details neither has any")
  void grantsNoDetailsUnasked() throws Exception {
    HttpResponse<String> tokens = redeemAsWeb(browser().codeFor(billing(), "alice"));

    assertThat(Parsed.json(tokens)).doesNotContainKey("authorization_details");
    assertThat(Parsed.claims(Parsed.member(tokens, "access_token")).getClaims())
        .doesNotContainKey("authorization_details");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("F06.2 − what is no authorization details is told at PAR")
  @MethodSource("faults")
  void refusesWhatIsNoDetails(String fault, String details) {
    assertJson(pushAsWeb(asked(details)), 400, "invalid_authorization_details");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("unknown type", "[{\"type\":\"unknown\"}]"),
        Arguments.of("type of another API", "[{\"type\":\"vault_open\"}]"),
        Arguments.of("no type", "[{\"sourceAccount\":\"xxxx1234\"}]"),
        Arguments.of("type no string", "[{\"type\":1}]"),
        Arguments.of("not an array", TRANSFER),
        Arguments.of("empty object", "{}"),
        Arguments.of("empty array", "[]"),
        Arguments.of("array of strings", "[\"money_transfer\"]"),
        Arguments.of("not JSON", "[{type:money_transfer}]"),
        Arguments.of("more after it", "[" + TRANSFER + "] x"),
        Arguments.of("6 entries", "[" + String.join(",", Collections.nCopies(6, PAYMENT)) + "]"),
        Arguments.of("5 KiB + 1", padded(5 * 1024 + 1)),
        Arguments.of("11 properties", withProperties(10)),
        Arguments.of("6 levels", nested(6)),
        Arguments.of("6 levels by arrays", "[{\"type\":\"money_transfer\",\"a\":[[[[[1]]]]]}]"),
        Arguments.of("1000 levels", "[".repeat(1000) + "]".repeat(1000)),
        Arguments.of("bad name", with("a b", "\"x\"")),
        Arguments.of("empty name", with("", "\"x\"")),
        Arguments.of("bad name within", with("a", "{\"<b>\":1}")),
        Arguments.of("name of 256", with("n".repeat(256), "1")),
        Arguments.of("value of 256", with("a", "\"" + "x".repeat(256) + "\"")),
        Arguments.of("value of 256 in a list", with("a", "[\"" + "x".repeat(256) + "\"]")),
        Arguments.of("member twice", "[{\"type\":\"money_transfer\",\"a\":1,\"a\":2}]"),
        Arguments.of("member twice within", with("a", "{\"b\":1,\"b\":1}")));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("F06.2 + the largest that may be")
  @MethodSource("limits")
  void takesTheLargestThatMayBe(String limit, String details) {
    assertThat(pushAsWeb(asked(details)).statusCode()).isEqualTo(201);
  }

  static Stream<Arguments> limits() {
    return Stream.of(
        Arguments.of("5 entries", "[" + String.join(",", Collections.nCopies(5, PAYMENT)) + "]"),
        Arguments.of("5 KiB", padded(5 * 1024)),
        Arguments.of("10 properties", withProperties(9)),
        Arguments.of("5 levels", nested(5)),
        Arguments.of("name of 255", with("n".repeat(255), "1")),
        Arguments.of("value of 255", with("a", "\"" + "x".repeat(255) + "\"")),
        Arguments.of("null, true and a fraction", with("a", "[null,true,0.5]")));
  }

  @Test
  @DisplayName("F06.2 − a type the client may not ask for, and details without an audience")
  void refusesTypesNotForThisClientOrApi() {
    Map<String, String> asked =
        Requests.with(
            Requests.authorization("tp1", "http://127.0.0.1:8087/callback"),
            "authorization_details",
            "[{\"type\":\"money_transfer\"}]");
    HttpResponse<String> ofClient =
        push(asked, "Authorization", Wire.basic("tp1", Fixtures.clientSecret("tp1")));
    HttpResponse<String> forNobody = pushAsWeb(Requests.without(asked(BOTH), "audience"));

    assertJson(ofClient, 400, "invalid_authorization_details");
    assertJson(forNobody, 400, "invalid_authorization_details");
  }

  @Test
  @DisplayName("F06.3 − in the open query they are invalid_authorization_details")
  void refusesDetailsInTheOpenQuery() {
    assertTold(
        browser().authorize(asked(BOTH)), Requests.WEB_CALLBACK, "invalid_authorization_details");
  }

  @Test
  @DisplayName(
      "F06.8 + of an API with encrypted tokens the response shows types only, the token all")
  void tellsTypesOnlyWhereTokensAreEncrypted() throws Exception {
    String details = "[{\"type\":\"vault_open\",\"box\":\"b-17\"}]";
    Map<String, String> asked = Requests.with(asked(details), "audience", Fixtures.VAULT_API);

    HttpResponse<String> tokens = redeemAsWeb(codeForPushed(asked));

    assertThat(Parsed.json(tokens))
        .containsEntry("authorization_details", objects("[{\"type\":\"vault_open\"}]"));
    assertThat(decrypted(tokens).getListClaim("authorization_details")).isEqualTo(objects(details));
  }

  private static JWTClaimsSet decrypted(HttpResponse<String> tokens) throws Exception {
    JWEObject envelope = JWEObject.parse(Parsed.member(tokens, "access_token"));
    envelope.decrypt(
        new RSADecrypter(Fixtures.privateKeys(Fixtures.VAULT_API, "decryption").get(0)));
    return envelope.getPayload().toSignedJWT().getJWTClaimsSet();
  }

  @Test
  @DisplayName("F06.9 + the consent page shows every member, with HTML escaped")
  void showsDetailsAsText() {
    String details =
        with("note", "\"<script>alert(1)</script> & \\\"more\\\"\"")
            .replace("}]", ",\"instructedAmount\":{\"amount\":2500},\"to\":[\"<b>x</b>\"]}]");
    UserAgent browser = browser();
    HttpResponse<String> pushed = pushAsWeb(asked(details));

    HttpResponse<String> page =
        browser.follow(
            browser.logIn(browser.follow(browser.authorize(reference("web1", pushed))), "alice"));

    assertThat(page.body())
        .contains("<dt>type</dt><dd>money_transfer</dd>")
        .contains("<dd>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;</dd>")
        .contains("<dt>amount</dt><dd>2500</dd>")
        .contains("<li>&lt;b&gt;x&lt;/b&gt;</li>")
        .doesNotContain("<script", "<b>");
  }

  @Test
  @DisplayName("F06.9 + every transaction is asked for anew, and prompt=none will not do")
  void asksEveryTime() {
    UserAgent browser = browser();
    browser.logInAndAgree(reference("web1", pushAsWeb(asked(BOTH))), "alice");

    HttpResponse<String> again = browser.authorize(reference("web1", pushAsWeb(asked(BOTH))));
    HttpResponse<String> silent =
        browser.authorize(
            reference("web1", pushAsWeb(Requests.with(asked(BOTH), "prompt", "none"))));

    assertThat(Parsed.location(again)).contains("/u/consent?");
    assertTold(silent, Requests.WEB_CALLBACK, "consent_required");
  }

  @Test
  @DisplayName("F06.9 − whoever denies gives nothing")
  void grantsNothingWhenDenied() {
    UserAgent browser = browser();
    HttpResponse<String> page =
        browser.follow(
            browser.logIn(
                browser.follow(browser.authorize(reference("web1", pushAsWeb(asked(BOTH))))),
                "alice"));

    assertTold(browser.consent(page, "deny"), Requests.WEB_CALLBACK, "access_denied");
  }

  private static String with(String name, String value) {
    return "[{\"type\":\"money_transfer\",\"" + name + "\":" + value + "}]";
  }

  private static String withProperties(int more) {
    StringBuilder object = new StringBuilder("[{\"type\":\"money_transfer\"");
    for (int i = 0; i < more; i++) {
      object.append(",\"p").append(i).append("\":1");
    }
    return object.append("}]").toString();
  }

  /** The entry itself is the first level. */
  private static String nested(int levels) {
    return with("a", "{\"a\":".repeat(levels - 1) + "1" + "}".repeat(levels - 1));
  }

  private static String padded(int bytes) {
    String details = "[" + TRANSFER + "]";
    return details + " ".repeat(bytes - details.length());
  }
}
