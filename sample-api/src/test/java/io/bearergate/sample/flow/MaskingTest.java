package io.bearergate.sample.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {

  @ParameterizedTest
  @DisplayName("SC4 − no header shows a credential")
  @ValueSource(
      strings = {
        "Authorization: Bearer eyJh-secret",
        "authorization: DPoP eyJh-secret",
        "DPoP: eyJhbGciOiJFUzI1NiJ9.eyJqdGkiOiIxIn0.secret",
        "dpop: eyJhbGciOiJFUzI1NiJ9.eyJqdGkiOiIxIn0.secret",
        "Cookie: a=b; c=eyJh-secret",
        "set-cookie: a=eyJh-secret; Path=/",
        "Location: http://127.0.0.1/cb?code=bgc_-secret&state=s"
      })
  void masksHeaders(String header) {
    assertThat(Masking.ofHeader(header)).doesNotContain("secret").contains("…");
  }

  @ParameterizedTest
  @DisplayName("SC4 − no body shows a credential: no form, no JSON, no page, no bare token")
  @ValueSource(
      strings = {
        "grant_type=password&password=my-secret&x=y",
        "client_assertion=eyJh-secret&mfa_token=bgm_-secret&otp=secret",
        "{\"device_code\":\"bgd_-secret\",\"auth_req_id\" : \"bgq_-secret\"}",
        "<!doctype html><title>t</title><input name=\"code\" value=\"bgc_-secret\">",
        "<!DOCTYPE html><title>t</title><input name=\"code\" value=\"bgc_-secret\">",
        "<HTML><HEAD></HEAD><INPUT TYPE=\"HIDDEN\" NAME=\"code\" VALUE=\"bgc_-secret\">",
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJzZWNyZXQifQ.secret"
      })
  void masksBodies(String body) {
    assertThat(Masking.ofBody(body)).doesNotContain("secret");
  }
}
