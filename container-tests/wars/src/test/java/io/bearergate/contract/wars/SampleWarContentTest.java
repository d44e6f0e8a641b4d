package io.bearergate.contract.wars;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in the sample applications. */
class SampleWarContentTest {

  private static final String OURS = "WEB-INF/lib/bearergate-jakarta-adapter-.*-all\\.jar";

  @ParameterizedTest
  @EnumSource
  void holdsTheOneJarAndNothingElseOfOurs(SampleWar war) {
    assertThat(war.entries())
        .filteredOn(name -> name.matches("WEB-INF/lib/.*(bearergate|nimbus|caffeine).*"))
        .singleElement()
        .asString()
        .matches(OURS);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JAX_RS")
  void bringsNothingElseAtAll(SampleWar war) {
    assertThat(war.entries())
        .filteredOn(name -> name.startsWith("WEB-INF/lib/"))
        .allMatch(name -> name.matches(OURS));
  }

  @Test
  void bringsJaxRsWhereTheServerHasNone() {
    assertThat(SampleWar.JAX_RS.entries())
        .anyMatch(name -> name.startsWith("WEB-INF/lib/jersey-server-"));
  }

  @ParameterizedTest
  @EnumSource
  void hasNoWebXmlUnlessItIsTheOneByWebXml(SampleWar war) {
    assertThat(war.entries().contains("WEB-INF/web.xml")).isEqualTo(war == SampleWar.WEB_XML);
  }
}
