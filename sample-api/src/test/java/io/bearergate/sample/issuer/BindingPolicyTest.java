package io.bearergate.sample.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.auth.X509CertificateConfirmation;
import com.nimbusds.oauth2.sdk.dpop.JWKThumbprintConfirmation;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingPolicyTest {

  private static final Binding KEY =
      Binding.toKey(Optional.of(new JWKThumbprintConfirmation(new Base64URL("a2V5"))));
  private static final Binding CERTIFICATE =
      new Binding(
          Optional.empty(), Optional.of(new X509CertificateConfirmation(new Base64URL("Y2VydA"))));

  @Test
  @DisplayName("§3.4 none: + a plain token, proof or not")
  void issuesPlainTokens() throws GeneralException {
    assertThat(BindingPolicy.NONE.decide(client(""), KEY)).isEqualTo(Binding.NONE);
    assertThat(BindingPolicy.NONE.decide(client(""), Binding.NONE)).isEqualTo(Binding.NONE);
  }

  @Test
  @DisplayName("§3.4 allowed: + bound to what is shown, if anything is")
  void bindsToWhatIsShown() throws GeneralException {
    assertThat(BindingPolicy.ALLOWED.decide(client(""), KEY)).isEqualTo(KEY);
    assertThat(BindingPolicy.ALLOWED.decide(client(""), Binding.NONE)).isEqualTo(Binding.NONE);
  }

  @Test
  @DisplayName("§3.4 required: + a key or a certificate will do; − nothing will not")
  void requiresBinding() throws GeneralException {
    assertThat(BindingPolicy.REQUIRED.decide(client(""), KEY)).isEqualTo(KEY);
    assertThat(BindingPolicy.REQUIRED.decide(client(""), CERTIFICATE)).isEqualTo(CERTIFICATE);
    assertThat(refusal(BindingPolicy.REQUIRED, client(""), Binding.NONE))
        .isEqualTo("invalid_dpop_proof");
  }

  @ParameterizedTest
  @DisplayName("§3.4 − a client that must be bound gets no plain token, whatever the API says")
  @CsvSource({
    "dpop_bound_access_tokens, invalid_dpop_proof",
    "tls_client_certificate_bound_access_tokens, invalid_request"
  })
  void refusesPlainTokenToClientThatMustBeBound(String member, String error) {
    Client client = client(member);

    assertThat(refusal(BindingPolicy.ALLOWED, client, Binding.NONE)).isEqualTo(error);
    assertThat(refusal(BindingPolicy.NONE, client, KEY)).isEqualTo(error);
  }

  private static Client client(String flag) {
    return Client.parse(
        new Fixture(Map.of("client_id", "c", "client_name", "A client", flag, true)));
  }

  private static String refusal(BindingPolicy policy, Client client, Binding shown) {
    GeneralException thrown =
        catchThrowableOfType(GeneralException.class, () -> policy.decide(client, shown));
    return thrown.getErrorObject().getCode();
  }
}
