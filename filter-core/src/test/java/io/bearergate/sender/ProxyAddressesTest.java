package io.bearergate.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyAddressesTest {

  @ParameterizedTest(name = "{0} has {1}: {2}")
  @CsvSource({
    "10.0.0.5,              10.0.0.5,               true",
    "10.0.0.5,              10.0.0.50,              false",
    "10.0.0.5,              10.0.0.4,               false",
    "10.0.0.5/32,           10.0.0.5,               true",
    "10.1.0.0/16,           10.1.255.255,           true",
    "10.1.0.0/16,           10.2.0.0,               false",
    "10.0.0.4/30,           10.0.0.7,               true",
    "10.0.0.4/30,           10.0.0.8,               false",
    "10.0.0.4/30,           10.0.0.3,               false",
    "10.0.0.0/8,            10.9.9.9,               true",
    "10.0.0.0/8,            11.0.0.0,               false",
    "10.0.0.5,              ::ffff:10.0.0.5,        true",
    "10.0.0.5,              ::FFFF:0A00:0005,       true",
    "10.0.0.5,              ::10.0.0.5,             false",
    "10.0.0.5,              64:ff9b::10.0.0.5,      false",
    "::ffff:10.0.0.5,       10.0.0.5,               true",
    "::ffff:10.1.0.0/112,   10.1.9.9,               true",
    "::ffff:10.1.0.0/112,   10.2.0.0,               false",
    "::1,                   0:0:0:0:0:0:0:1,        true",
    "::1,                   [::1],                  true",
    "::1,                   ::1%0,                  true",
    "::1,                   ::2,                    false",
    "::1,                   127.0.0.1,              false",
    "127.0.0.1,             127.0.0.1,              true",
    "127.0.0.1,             ::1,                    false",
    "2001:db8:1::/48,       2001:DB8:1:ffff::9,     true",
    "2001:db8:1::/48,       2001:db8:2::1,          false",
    "2001:db8:1::/49,       2001:db8:1:8000::,      false",
    "fe80::1,               fe80::1,                true",
    "fe80::1,               fe80::1%eth0,           false",
  })
  void knowsItsOwn(String listed, String peer, boolean own) {
    assertThat(ProxyAddresses.of(List.of(listed)).contain(peer)).isEqualTo(own);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "localhost",
        "null",
        "unknown",
        "_hidden",
        "10.0.0.5:80",
        "[10.0.0.5",
        "010.0.0.5",
        "10.0.0.05",
        "10.0.5",
        "167772165",
        "0x0a000005",
        "10.0.0.5.",
        "10.0.0.5 ",
        "10.0.0.256",
        "10.0.0.5,10.0.0.5",
        ".:1",
        ":",
        ":::",
        "1:2:3:4:5:6:7:8:9",
        "::ffff:10.0.0.5.6"
      })
  void takesNothingElseForAnAddress(String peer) {
    ProxyAddresses proxies =
        ProxyAddresses.of(List.of("10.0.0.0/8", "127.0.0.0/8", "2000::/8", "fd00::/8"));

    assertThat(proxies.contain(peer)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "proxy.example.com",
        "localhost",
        "10.0.0",
        "10.0.0.256",
        "010.0.0.1",
        "10.0.0.0/33",
        "10.0.0.0/",
        "10.0.0.0/+8",
        "10.0.0.0/08",
        "10.0.0.0/-1",
        "10.0.0.0/255.0.0.0",
        "10.0.0.0/8/8",
        "::1/129",
        "[::1]",
        "fe80::1%eth0",
        "*",
        "10.0.0.*"
      })
  void refusesWhatIsNoAddress(String item) {
    assertThatThrownBy(() -> ProxyAddresses.of(List.of("127.0.0.1", item)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("holds " + item + ", which is no address. Write ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0/0",
        "0.0.0.0/1",
        "128.0.0.0/1",
        "10.0.0.0/7",
        "::/0",
        "::/8",
        "::/64",
        "::/80",
        "::ffff:0:0/96",
        "::ffff:0.0.0.0/97",
        "2000::/3"
      })
  void refusesToTrustNearlyEverybody(String network) {
    assertThatThrownBy(() -> ProxyAddresses.of(List.of(network)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "trusts nearly everybody with " + network + ". Name the proxies alone, in /8 at most.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.5/8", "10.0.0.1/31", "2001:db8::1/64", "::ffff:10.0.0.1/127"})
  void refusesANetworkByTheAddressOfAHost(String network) {
    assertThatThrownBy(() -> ProxyAddresses.of(List.of(network)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("holds " + network + ", whose address goes on behind its prefix.");
  }
}
