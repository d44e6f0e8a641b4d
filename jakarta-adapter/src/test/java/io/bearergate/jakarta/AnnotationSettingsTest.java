package io.bearergate.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearergate.config.ConfigSource;
import jakarta.servlet.ServletException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnnotationSettingsTest {

  @ProtectedApi(
      issuer = {"https://a.example.com/", "https://b.example.com/"},
      audience = {"a", "b"},
      rules = {"/public/** open", "/** token"},
      algorithms = {"RS256", "ES256"},
      realm = "shop",
      preset = "generic",
      settings = {"leeway = 5s", "required-claims=a=b", "typ"})
  private static class Everything {}

  @ProtectedApi
  private static final class Nothing {}

  @ProtectedApi(realm = "a", settings = "realm=b")
  private static final class Twice {}

  private static final class Derived extends Everything {}

  @ProtectedApi
  private @interface Company {}

  @Company
  private static final class ByCompany {}

  private static ConfigSource of(Class<?>... types) throws ServletException {
    return AnnotationSettings.among(Set.of(types)).orElseThrow();
  }

  @Test
  void saysWhatItsMembersSay() throws ServletException {
    assertThat(of(Everything.class).values())
        .isEqualTo(
            Map.of(
                "issuer", "https://a.example.com/,https://b.example.com/",
                "audience", "a,b",
                "rules", "/public/** open\n/** token",
                "algorithms", "RS256,ES256",
                "realm", "shop",
                "preset", "generic",
                "leeway", " 5s",
                "required-claims", "a=b",
                "typ", ""));
  }

  @Test
  void saysNothingByMembersThatAreLeftOut() throws ServletException {
    assertThat(of(Nothing.class).values()).isEmpty();
  }

  @Test
  void namesItsClass() throws ServletException {
    assertThat(of(Nothing.class).placeOf("realm"))
        .isEqualTo("@ProtectedApi on " + Nothing.class.getName());
  }

  @Test
  void findsNothingWhereTheServerReportsNothing() throws ServletException {
    assertThat(AnnotationSettings.among(null)).isEmpty();
    assertThat(AnnotationSettings.among(Set.of())).isEmpty();
  }

  @Test
  void countsNoSubclass() throws ServletException {
    assertThat(AnnotationSettings.among(Set.of(Derived.class))).isEmpty();
    assertThat(of(Everything.class, Derived.class).name()).endsWith("Everything");
  }

  @Test
  void countsAnAnnotationTypeAsTheClassItIs() throws ServletException {
    assertThat(of(Company.class, ByCompany.class).name()).endsWith("Company");
  }

  @Test
  void refusesTwoClassesAndNamesThem() {
    assertThatThrownBy(() -> of(Nothing.class, Everything.class, Derived.class))
        .isInstanceOf(ServletException.class)
        .hasMessageContaining(Everything.class.getName() + ", " + Nothing.class.getName());
  }

  @Test
  void refusesASettingSaidTwice() {
    assertThatThrownBy(() -> of(Twice.class))
        .isInstanceOf(ServletException.class)
        .hasMessageContaining("says realm twice");
  }
}
