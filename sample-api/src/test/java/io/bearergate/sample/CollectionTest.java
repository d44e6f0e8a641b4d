package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Postman collection, as far as it can be read without being run. */
class CollectionTest {

  private static final Path COLLECTION = Path.of("../postman/bearergate.postman_collection.json");

  @ParameterizedTest
  @DisplayName("F17.1 + every grant that the debugger has a button for has a request")
  @CsvSource({
    "code, authorization_code",
    "pkce, code_verifier",
    "par, oauth/par",
    "jar, authorize?client_id=webjar&request=",
    "rar, authorization_details",
    "form post, response_type=id_token",
    "hybrid, response_type=code id_token",
    "client credentials, client_credentials",
    "device, oauth/device/code",
    "device poll, urn:ietf:params:oauth:grant-type:device_code",
    "password, grant-type/password-realm",
    "ciba, bc-authorize",
    "ciba poll, urn:openid:params:grant-type:ciba",
    "refresh, refresh_token",
    "revoke, oauth/revoke",
    "userinfo, userinfo",
    "logout, oidc/logout"
  })
  void hasRequestPerGrant(String grant, String mark) throws Exception {
    assertThat(requests())
        .extracting(CollectionTest::sent)
        .as(grant)
        .anyMatch(sent -> sent.contains(mark));
  }

  @Test
  @DisplayName("F17.2 + no request is sent without something being asserted of its answer")
  void assertsOfEveryAnswer() throws Exception {
    assertThat(requests())
        .hasSizeGreaterThan(50)
        .allSatisfy(
            item -> assertThat(String.valueOf(item.get("event"))).contains("pm.test(", "pm."));
  }

  private static String sent(Map<?, ?> item) {
    return String.valueOf(item.get("request"));
  }

  private static List<Map<?, ?>> requests() throws IOException, ParseException {
    return leaves(JSONObjectUtils.parse(Files.readString(COLLECTION))).toList();
  }

  private static Stream<Map<?, ?>> leaves(Map<?, ?> item) {
    return item.get("item") instanceof List<?> items
        ? items.stream().flatMap(inner -> leaves((Map<?, ?>) inner))
        : Stream.of(item);
  }
}
