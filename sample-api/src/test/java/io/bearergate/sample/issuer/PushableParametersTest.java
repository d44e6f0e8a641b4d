package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PushableParametersTest {

  private final Client web = Registry.fixtures().client("web1").orElseThrow();

  @Test
  @DisplayName("F03 what has a meaning is kept; a credential or an unknown word is not")
  void keepsWhatHasMeaning() {
    Map<String, String> form = new LinkedHashMap<>(Requests.web());
    form.put("client_secret", "s3cr3t");
    form.put("client_assertion", "eyJ");
    form.put("client_assertion_type", "urn:x");
    form.put("unknown", "word");

    assertThat(kept(form)).containsExactlyInAnyOrderElementsOf(Requests.web().keySet());
  }

  @Test
  @DisplayName("F03 of ext- parameters ten are kept")
  void keepsTenExtras() {
    Map<String, String> form = new LinkedHashMap<>();
    for (int i = 0; i < 12; i++) {
      form.put("ext-" + i, "x");
    }

    assertThat(kept(form))
        .hasSize(11)
        .contains("client_id", "ext-0", "ext-9")
        .doesNotContain("ext-10", "ext-11");
  }

  private Iterable<String> kept(Map<String, String> form) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    form.forEach((name, value) -> values.put(name, List.of(value)));
    return PushableParameters.of(new Parameters(values), web).values().keySet();
  }
}
