package io.bearergate.introspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.keys.FormPost;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class IntrospectionRequestTest {

  private static final URI ADDRESS = URI.create("https://issuer.test/introspect");

  @Test
  void namesTheClientWhereItsCertificateProvesIt() {
    FormPost post = about("opaque", new IntrospectionClient.Certificate("api 1"));

    assertThat(post.form()).isEqualTo("token=opaque&token_type_hint=access_token&client_id=api+1");
    assertThat(post.authorization()).isEmpty();
  }

  @Test
  void keepsTheSecretOutOfTheForm() {
    FormPost post = about("opaque", new IntrospectionClient.Secret("api", "s3cr3t"));

    assertThat(post.form()).isEqualTo("token=opaque&token_type_hint=access_token");
    assertThat(post.authorization()).contains("Basic YXBpOnMzY3IzdA==");
  }

  @Test
  void letsNoTokenAddMembersToTheForm() {
    FormPost post = about("a=&client_id=x", new IntrospectionClient.Secret("api", "s3cr3t"));

    assertThat(post.form()).startsWith("token=a%3D%26client_id%3Dx&");
  }

  @Test
  void showsNothingOfTokenOrSecret() {
    assertThat(about("opaque", new IntrospectionClient.Secret("api", "s3cr3t")))
        .hasToString("FormPost");
  }

  private static FormPost about(String token, IntrospectionClient client) {
    IntrospectionRules rules =
        new IntrospectionRules(
            "https://issuer.test/", ADDRESS, client, false, false, Duration.ofMinutes(1));
    return new IntrospectionRequest(rules, InstantSource.fixed(Instant.EPOCH)).about(token);
  }
}
