package io.bearergate.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the settings back-channel-logout and back-channel-logout-clients")
class LogoutSettingTest {

  @Test
  void areOffByDefault() {
    assertThat(TestConfig.valid().read().logout()).isEmpty();
  }

  @Test
  void nameThePathAndWhoWeAre() {
    assertThat(complete().read().logout())
        .contains(new BackChannelLogout("/a/b-c_d.e~f", Set.of("web", "app")));
  }

  @Test
  void stopTheStartOneWithoutTheOther() {
    assertThat(complete().without("back-channel-logout-clients").problem())
        .contains("Add the line: back-channel-logout-clients=CLIENT_ID");
    assertThat(complete().without("back-channel-logout").problem())
        .contains("Add the line: back-channel-logout=/backchannel-logout");
  }

  @Test
  void stopTheStartWhereTokensOfAnIssuerLiveForEver() {
    assertThat(complete().without("max-token-age").problem())
        .contains("Add to each the line: max-token-age=24h");
    assertThat(
            complete()
                .initParam("issuers.more.issuer", "https://more.example.com/")
                .initParam("issuers.more.audience", "api")
                .problem())
        .contains("max-token-age=24h");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"logout", "/", "/a/", "/a//b", "/a/../b", "/..", "/a/*", "/a b", "/a;b", "/%61"})
  void stopTheStartAtAPathThatCanBeReadInTwoWays(String path) {
    assertThat(complete().initParam("back-channel-logout", path).problem())
        .contains("is not a plain path");
  }

  @Test
  void stopTheStartAtAnEmptyClient() {
    assertThat(complete().initParam("back-channel-logout-clients", "web,,app").problem())
        .contains("has nothing before or after a comma");
  }

  @ParameterizedTest
  @CsvSource({
    "BEARERGATE_BACK_CHANNEL_LOGOUT, /elsewhere",
    "BEARERGATE_BACK_CHANNEL_LOGOUT_CLIENTS, stranger"
  })
  void stopTheStartWhereAValueForAllReplacesOnesOwn(String name, String value) {
    assertThat(complete().env(name, value).problem()).contains("would replace \"");
  }

  private static TestConfig complete() {
    return TestConfig.valid()
        .initParam("max-token-age", "1h")
        .initParam("back-channel-logout", "/a/b-c_d.e~f")
        .initParam("back-channel-logout-clients", "web, app");
  }
}
