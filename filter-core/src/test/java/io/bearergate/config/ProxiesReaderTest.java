package io.bearergate.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.sender.CertificateHeader;
import io.bearergate.sender.ForwardedForm;
import io.bearergate.sender.Proxies;
import io.bearergate.sender.SenderRules;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesReaderTest {

  private static TestConfig with(String... lines) {
    TestConfig config = TestConfig.valid();
    Arrays.stream(lines)
        .map(line -> line.split("=", 2))
        .forEach(pair -> config.initParam(pair[0], pair[1]));
    return config;
  }

  @Test
  void believesNobodyUnlessTold() {
    assertThat(TestConfig.valid().read().sender().proxies()).isEqualTo(Proxies.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "client-cert, CLIENT_CERT",
    "xfcc, XFCC",
    "x-ssl-client-cert, X_SSL_CLIENT_CERT",
    "x-amzn-mtls-clientcert, X_AMZN_MTLS_CLIENTCERT",
    "client-certificate, CLIENT_CERTIFICATE",
  })
  void readsWhereTheCertificateIs(String key, CertificateHeader header) {
    SenderRules rules =
        with("mtls=header", "mtls-header=" + key, "trusted-proxies=10.0.0.5, ::1").read().sender();

    assertThat(rules.certificates()).isTrue();
    assertThat(rules.proxies().certificate()).contains(header);
    assertThat(rules.proxies().forwarded()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"rfc7239, RFC7239", "x-forwarded, X_FORWARDED"})
  void readsWhichFormCounts(String text, ForwardedForm form) {
    Proxies proxies =
        with("forwarded=" + text, "trusted-proxies=10.0.0.0/8 fd00::/8").read().sender().proxies();

    assertThat(proxies.forwarded()).contains(form);
    assertThat(proxies.certificate()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mtls=header trusted-proxies=::1 | mtls-header is missing. mtls=header needs the one that your proxy sets. Write mtls-header=client-cert or mtls-header=xfcc",
        "mtls=header mtls-header=xfcc | trusted-proxies is missing. mtls=header counts from these alone. Write trusted-proxies=",
        "forwarded=rfc7239 | trusted-proxies is missing. forwarded counts from these alone. Write trusted-proxies=",
        "mtls-header=xfcc | mtls-header \"xfcc\" (web.xml, filter \"api\") is nothing without mtls=header. Set that too.",
        "mtls=off mtls-header=xfcc | is nothing without mtls=header",
        "trusted-proxies=10.0.0.5 | is nothing without mtls=header or forwarded. Set one of them.",
        "mtls=off forwarded=off trusted-proxies=10.0.0.5 | is nothing without mtls=header or forwarded",
        "mtls=header mtls-header=xfcc trusted-proxies=0.0.0.0/0 | trusts nearly everybody with 0.0.0.0/0",
        "mtls=header mtls-header=xfcc trusted-proxies=10.0.0.5,::/0 | trusts nearly everybody with ::/0",
        "forwarded=rfc7239 trusted-proxies=localhost | holds localhost, which is no address",
        "mtls=header mtls-header=x-forwarded-client-cert trusted-proxies=::1 | is not one of client-cert, xfcc",
        "mtls=header mtls-header=xfcc,client-cert trusted-proxies=::1 | is not one of client-cert, xfcc",
        "forwarded=both trusted-proxies=::1 | is not one of off, rfc7239, x-forwarded",
        "forwarded=rfc7239 trusted-proxies=::1 public-url=https://a | is nothing beside public-url",
      })
  void refusesWhatIsUnsafeOrInVain(String lines, String problem) {
    assertThat(with(lines.split(" ")).problem()).contains(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "mtls-header, xfcc, BEARERGATE_MTLS_HEADER, client-cert",
    "trusted-proxies, 10.0.0.5, BEARERGATE_TRUSTED_PROXIES, 10.0.0.0/8",
    "forwarded, rfc7239, BEARERGATE_FORWARDED, x-forwarded",
  })
  void letsNoValueForAllReplaceTheApplicationsOwn(
      String key, String own, String name, String others) {
    TestConfig config =
        with("mtls=header", "mtls-header=xfcc", "trusted-proxies=10.0.0.5", "forwarded=rfc7239");

    assertThat(config.initParam(key, own).env(name, others).problem())
        .contains("is for every filter of this JVM and would replace");
  }
}
