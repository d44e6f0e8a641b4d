package io.bearergate.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import io.bearergate.sample.issuer.Fixtures;
import io.bearergate.sample.issuer.Parsed;
import io.bearergate.sample.issuer.Wire;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with an envelope or its contents is told to nobody who knocks at the vault. */
class VaultFaultsTest extends StageTest {

  private static final RSAKey KEY = Fixtures.privateKeys(Fixtures.VAULT_API, "decryption").get(0);
  private static final List<String> PARTS =
      List.of("header", "encrypted key", "iv", "ciphertext", "tag");

  static Stream<Arguments> faults() {
    return Stream.of(altered(), algorithms(), contents()).flatMap(rows -> rows);
  }

  private static Stream<Arguments> altered() {
    return IntStream.range(0, PARTS.size())
        .mapToObj(part -> Arguments.of("F07.3 altered " + PARTS.get(part), altered(part)));
  }

  private static Stream<Arguments> algorithms() {
    return Stream.of(
        Arguments.of("F07.4 dir", direct()),
        changed("F07.4 RSA1_5", "alg", "RSA1_5"),
        changed("F07.4 RSA-OAEP with SHA-1", "alg", "RSA-OAEP"),
        changed("F07.4 zip", "zip", "DEF"),
        changed("F07.4 enc A192CBC-HS384, which is not listed", "enc", "A192CBC-HS384"),
        changed("F07.4 enc A192GCM, which is not listed", "enc", "A192GCM"));
  }

  private static Stream<Arguments> contents() {
    String claims = Parsed.jwt(signed("current")).getPayload().toString();
    String unsigned = Base64URL.encode("{\"alg\":\"none\"}") + "." + Base64URL.encode(claims) + ".";
    return Stream.of(
        Arguments.of("F07.5 by a stranger with the public key", envelope(signed("stranger"))),
        Arguments.of("F07.6 an envelope in an envelope", envelope(envelope(signed("current")))),
        Arguments.of("F07.6 inner none", envelope(unsigned)),
        Arguments.of("F07.6 plain JSON", envelope(claims)));
  }

  @Test
  @DisplayName("F07.3–F07.6 + the same envelope without a fault opens the vault")
  void opensToWhatIsSpoiltBelow() {
    assertThat(get("api/vault", envelope(signed("current"))).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("F07.3–F07.6 F07.9 − every fault gets the answer that a bad signature gets")
  @MethodSource("faults")
  void answersEveryFaultAlike(String fault, String token) {
    HttpResponse<String> badSignature = get("api/vault", envelope(signed("stranger")));

    HttpResponse<String> refused = get("api/vault", token);

    assertThat(refused.statusCode()).as(fault).isEqualTo(401);
    assertThat(challenge(refused))
        .isEqualTo(
            "Bearer realm=\"api\", error=\"invalid_token\","
                + " error_description=\"The access token is invalid\"");
    assertThat(refused.body()).isEqualTo(badSignature.body());
    assertThat(withoutDate(refused)).isEqualTo(withoutDate(badSignature));
  }

  private static Map<String, List<String>> withoutDate(HttpResponse<String> answer) {
    Map<String, List<String>> headers = new LinkedHashMap<>(answer.headers().map());
    headers.remove("date");
    return headers;
  }

  /** What may open the vault, signed by the server or by somebody who claims to be it. */
  private static String signed(String signer) {
    long now = clock.instant().getEpochSecond();
    String claims =
        """
        {"iss":"%s","sub":"auth0|alice","aud":"%s","iat":%d,"exp":%d,"scope":"read:vault"}
        """
            .formatted(stage.issuer().issuer(), Fixtures.VAULT_API, now, now + 3600);
    String order = "{\"claims\":" + claims + ",\"key\":\"" + signer + "\"}";
    String uri = stage.issuer().issuer() + "__mock/token";
    return Parsed.member(Wire.post(uri, order, "application/json"), "token");
  }

  private static String altered(int part) {
    String[] parts = envelope(signed("current")).split("\\.");
    if (part == 0) {
      String header = new Base64URL(parts[0]).decodeToString();
      parts[0] = Base64URL.encode(header.replaceAll("}$", ",\"x\":\"y\"}")).toString();
    } else {
      byte[] octets = new Base64URL(parts[part]).decode();
      octets[octets.length / 2] ^= 1;
      parts[part] = Base64URL.encode(octets).toString();
    }
    return String.join(".", parts);
  }

  private static Arguments changed(String fault, String member, String value) {
    Map<String, Object> header = header();
    header.put(member, value);
    return Arguments.of(fault, sealed(header, signed("current"), toTheVault()));
  }

  private static String direct() {
    Map<String, Object> header = header();
    header.put("alg", "dir");
    try {
      return sealed(
          header,
          signed("current"),
          new DirectEncrypter("0123456789abcdef0123456789abcdef".getBytes(UTF_8)));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static String envelope(String content) {
    return sealed(header(), content, toTheVault());
  }

  private static JWEEncrypter toTheVault() {
    try {
      return new RSAEncrypter(KEY.toRSAPublicKey());
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, Object> header() {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", "RSA-OAEP-256");
    header.put("enc", "A256GCM");
    header.put("cty", "JWT");
    header.put("kid", KEY.getKeyID());
    return header;
  }

  private static String sealed(Map<String, Object> header, String content, JWEEncrypter key) {
    try {
      JWEObject envelope = new JWEObject(JWEHeader.parse(header), new Payload(content));
      envelope.encrypt(key);
      return envelope.serialize();
    } catch (JOSEException | ParseException e) {
      throw new AssertionError(e);
    }
  }
}
