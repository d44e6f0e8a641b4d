package io.bearergate.keys;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.bearergate.keys.ServedKeys.ask;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JwksFetchTest {

  @RegisterExtension static final ServedKeys issuer = new ServedKeys();

  private static ResponseDefinitionBuilder set(String tag) {
    return okJson(TestJwks.of(TestJwks.EC)).withHeader("ETag", tag);
  }

  private static ResponseDefinitionBuilder notModified() {
    return aResponse().withStatus(304);
  }

  private static void refresh(String outcome, int count) {
    issuer.rig().passAndTick(Duration.ofMinutes(5));
    issuer.rig().await(outcome, count);
  }

  private static long generation(JwkSource source) {
    return ((KeyLookup.Found) ask(source, "ec")).generation();
  }

  @Test
  void keepsTheSetAndItsGenerationAndRenewsItsAgeWhenNothingChanged() {
    issuer.serve(set("\"1\""));
    JwkSource source = issuer.open();
    issuer.rig().await("fetched", 1);
    long first = generation(source);

    issuer.serve(notModified());
    refresh("fetched", 2);

    assertThat(issuer.asked(1, "If-None-Match")).isEqualTo("\"1\"");
    issuer.rig().pass(TestJwks.rules().maxStale());
    assertThat(generation(source)).isEqualTo(first);
  }

  @Test
  void goesOnAskingForTheSameVersion() {
    issuer.serve(set("W/\"1\""));
    issuer.open();
    issuer.rig().await("fetched", 1);
    issuer.serve(notModified());

    refresh("fetched", 2);
    refresh("fetched", 3);

    assertThat(issuer.asked(2, "If-None-Match")).isEqualTo("W/\"1\"");
  }

  @Test
  void takesTheNewSetAndItsVersionWhenItChanged() {
    issuer.serve(set("\"1\""));
    JwkSource source = issuer.open();
    issuer.rig().await("fetched", 1);
    issuer.serve(okJson(TestJwks.of(TestJwks.RSA)).withHeader("ETag", "\"2\""));

    refresh("fetched", 2);
    refresh("fetched", 3);

    assertThat(ask(source, "ec")).isEqualTo(new KeyLookup.Unknown());
    assertThat(issuer.asked(2, "If-None-Match")).isEqualTo("\"2\"");
  }

  @Test
  void asksForNoVersionWhereThereIsNone() {
    issuer.warm(TestJwks.EC);

    refresh("fetched", 2);

    assertThat(issuer.asked(1, "If-None-Match")).isNull();
    assertThat(issuer.asked(1, "Cache-Control")).isEqualTo("max-age=0");
  }

  @Test
  void refusesNotModifiedThatItDidNotAskFor() {
    JwkSource source = issuer.warm(TestJwks.EC);
    issuer.serve(notModified());

    refresh("unavailable the key set is answered with HTTP status 304", 1);

    assertThat(ask(source, "ec")).isInstanceOf(KeyLookup.Found.class);
  }

  @Test
  void forgetsTheVersionOnceASetWasBad() {
    issuer.serve(set("\"1\""));
    issuer.open();
    issuer.rig().await("fetched", 1);
    issuer.serve(okJson("{\"keys\":[]}").withHeader("ETag", "\"2\""));

    refresh("unavailable", 1);
    refresh("unavailable", 2);

    assertThat(issuer.asked(1, "If-None-Match")).isEqualTo("\"1\"");
    assertThat(issuer.asked(2, "If-None-Match")).isNull();
  }

  @Test
  void heedsHowLongTheUnchangedSetMayBeKept() {
    issuer.serve(set("\"1\""));
    issuer.open();
    issuer.rig().await("fetched", 1);
    issuer.serve(notModified().withHeader("Cache-Control", "max-age=100"));
    refresh("fetched", 2);

    issuer.rig().passAndTick(Duration.ofSeconds(81));

    issuer.rig().await("fetched", 3);
  }
}
