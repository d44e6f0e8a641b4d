package io.bearergate.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.nimbusds.jose.util.X509CertUtils;
import java.security.cert.X509Certificate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestCertificateTest {

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "ES256", "ES384"})
  void signsItself(String algorithm) {
    TestKey key = TestKey.generate(algorithm, "k");

    X509Certificate certificate = TestCertificate.of(key).certificate();

    assertThat(certificate.getPublicKey().getEncoded())
        .isEqualTo(key.pair().getPublic().getEncoded());
    assertThatCode(() -> certificate.verify(key.pair().getPublic())).doesNotThrowAnyException();
    assertThatCode(certificate::checkValidity).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "ES256"})
  void isNamedAsOthersNameIt(String algorithm) {
    TestCertificate certificate = TestCertificate.of(TestKey.generate(algorithm, "k"));

    assertThat(certificate.thumbprint())
        .isEqualTo(X509CertUtils.computeSHA256Thumbprint(certificate.certificate()).toString());
  }
}
