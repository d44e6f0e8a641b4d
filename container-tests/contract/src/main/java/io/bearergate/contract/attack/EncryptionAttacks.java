package io.bearergate.contract.attack;

import static io.bearergate.contract.attack.Attack.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.AESEncrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import com.nimbusds.jose.util.Base64URL;
import io.bearergate.contract.TestApi;
import io.bearergate.test.TestDecryptionKey;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import io.bearergate.test.TestToken;
import java.text.ParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Encrypted tokens that are altered, weakly encrypted, or hold what no access token is.
 *
 * @param issuer whom the API believes
 * @param rsa the API's RSA key
 * @param ec its P-256 key
 */
public record EncryptionAttacks(TestIssuer issuer, TestDecryptionKey rsa, TestDecryptionKey ec) {

  private static final List<String> PARTS =
      List.of("header", "encrypted key", "initialization vector", "ciphertext", "tag");
  private static final String HEADER =
      "\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\",\"cty\":\"JWT\"";

  /** All of them. */
  public Stream<Attack> rows() {
    return Stream.of(tampered(), algorithms(), headers(), keys(), contents(), shapes(), bombs())
        .flatMap(rows -> rows);
  }

  /** Those that differ in what cannot be decrypted, and in nothing else. */
  public Stream<Attack> undecryptable() {
    return Stream.of(tampered(), keys()).flatMap(rows -> rows);
  }

  private String signed() {
    return issuer.token(t -> t.audience(TestApi.AUDIENCE));
  }

  private String good(TestDecryptionKey key) {
    return key.encrypt(key.header("A256GCM"), signed());
  }

  private Stream<Attack> tampered() {
    return Stream.of(rsa, ec.as("ECDH-ES+A256KW"))
        .flatMap(
            key ->
                Stream.of("A256GCM", "A128CBC-HS256")
                    .flatMap(
                        enc ->
                            IntStream.range(0, PARTS.size())
                                .mapToObj(part -> tampered(key, enc, part))));
  }

  private Attack tampered(TestDecryptionKey key, String enc, int part) {
    String[] parts = key.encrypt(key.header(enc), signed()).split("\\.");
    if (part == 0) {
      String header = new Base64URL(parts[0]).decodeToString();
      parts[0] = Base64URL.encode(header.replaceAll("}$", ",\"x\":\"y\"}")).toString();
    } else {
      byte[] octets = new Base64URL(parts[part]).decode();
      octets[octets.length / 2] ^= 1;
      parts[part] = Base64URL.encode(octets).toString();
    }
    return token(
        "F07.3 altered " + PARTS.get(part) + ", " + key.algorithm() + " " + enc,
        String.join(".", parts));
  }

  private Stream<Attack> algorithms() {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) 1);
    return Stream.of(
        row("RSA1_5", rsa, Map.of("alg", "RSA1_5")),
        row("RSA-OAEP with SHA-1", rsa, Map.of("alg", "RSA-OAEP")),
        row("ECDH-ES+A192KW", ec, Map.of("alg", "ECDH-ES+A192KW")),
        row("A192GCM", rsa, Map.of("enc", "A192GCM")),
        row("A192CBC-HS384", rsa, Map.of("enc", "A192CBC-HS384")),
        shared("dir", () -> new DirectEncrypter(secret)),
        shared("A256KW", () -> new AESEncrypter(secret)),
        shared("A256GCMKW", () -> new AESEncrypter(secret)),
        shared("PBES2-HS256+A128KW", () -> new PasswordBasedEncrypter("secret", 16, 1000)));
  }

  private Stream<Attack> headers() {
    return Stream.of(
        row("zip", rsa, Map.of("zip", "DEF")),
        row("crit", rsa, Map.of("crit", List.of("exp"), "exp", 1)),
        row("p2c", rsa, Map.of("p2c", 1_000_000)),
        row("cty at+jwt", rsa, Map.of("cty", "at+jwt")),
        token("F07.6 no cty", without(rsa, "cty")),
        renamed("alg as number", "\"alg\":1,\"enc\":\"A256GCM\",\"cty\":\"JWT\""),
        renamed("alg none", "\"alg\":\"none\",\"enc\":\"A256GCM\",\"cty\":\"JWT\""),
        renamed("no enc", "\"alg\":\"RSA-OAEP-256\",\"cty\":\"JWT\""),
        renamed("kid as number", HEADER + ",\"kid\":1"),
        renamed("duplicate enc", HEADER + ",\"enc\":\"A256GCM\""));
  }

  private Stream<Attack> keys() {
    TestDecryptionKey stranger = TestDecryptionKey.generate("RSA-OAEP-256", rsa.keyId());
    Map<String, Object> unknown = rsa.header("A256GCM");
    unknown.put("kid", "unknown");
    Map<String, Object> none = rsa.header("A256GCM");
    none.remove("kid");
    return Stream.of(
        token("F07.3 encrypted to another key under our kid", good(stranger)),
        token("F07.3 encrypted to another key without kid", stranger.encrypt(none, signed())),
        token("F07.7 unknown kid", rsa.encrypt(unknown, signed())),
        token("F07.7 kid of another type of key", rsa.encrypt(kid(ec.keyId()), signed())));
  }

  private Map<String, Object> kid(String keyId) {
    Map<String, Object> header = rsa.header("A256GCM");
    header.put("kid", keyId);
    return header;
  }

  private Stream<Attack> contents() {
    TestKey stranger = TestKey.generate("RS256", "stranger");
    String claims = Jws.of(signed()).payloadText();
    return Stream.of(
        content("F07.5 signed by a stranger", by(stranger)),
        content("F07.5 signed by a stranger under our kid", by(stranger.as("RS256", "key-1"))),
        content("F07.6 another JWE", good(rsa)),
        content("F07.6 inner none", issuer.token(t -> forUs(t).header("alg", "none"))),
        content(
            "F07.6 inner none without signature",
            Base64URL.encode("{\"alg\":\"none\"}") + "." + Base64URL.encode(claims) + "."),
        content("F07.6 plain JSON", claims),
        content("F07.6 one word", "opaque"),
        content("F07.6 a line break after it", signed() + "\n"),
        content("F07 for another API", issuer.token(t -> t.audience("other"))));
  }

  private String by(TestKey key) {
    return issuer.token(t -> forUs(t).signedWith(key));
  }

  private static TestToken forUs(TestToken token) {
    return token.audience(TestApi.AUDIENCE);
  }

  private Stream<Attack> shapes() {
    String[] parts = good(rsa).split("\\.");
    return Stream.of(
        token("four parts", String.join(".", Arrays.copyOf(parts, 4))),
        token("six parts", good(rsa) + ".AA"),
        token("five empty parts", "...."),
        token("no encrypted key", parts[0] + ".." + parts[2] + "." + parts[3] + "." + parts[4]),
        token("no tag", String.join(".", Arrays.copyOf(parts, 4)) + "."),
        token("short tag", shifted(parts, 8)),
        token("padded tag", good(rsa) + "=="),
        token("header that is no JSON", "AAAA." + good(rsa).split("\\.", 2)[1]),
        token("agreed key that is sent", agreedWithKey()));
  }

  /** Small to send, and endless work or memory for whoever does as they say. */
  private Stream<Attack> bombs() {
    String stretched =
        "\"alg\":\"PBES2-HS512+A256KW\",\"enc\":\"A256GCM\",\"cty\":\"JWT\",\"p2s\":\"AAAA\"";
    Map<String, Object> deflated = rsa.header("A256GCM");
    deflated.put("zip", "DEF");
    String nested = signed();
    for (int i = 0; i < 5; i++) {
      nested = rsa.encrypt(rsa.header("A256GCM"), nested);
    }
    return Stream.of(
        renamed("bomb of 2^31 rounds of PBKDF2", stretched + ",\"p2c\":2147483647"),
        renamed("bomb of a number of a billion digits", HEADER + ",\"p2c\":1e999999999"),
        renamed("bomb of brackets", HEADER + ",\"x\":" + "[".repeat(3000) + "]".repeat(3000)),
        renamed("bomb of members", HEADER + members(800)),
        token("bomb of parts", ".".repeat(12_000)),
        token("bomb of four MiB in zip", rsa.encrypt(deflated, " ".repeat(1 << 22) + signed())),
        token("bomb of JWE five deep", nested));
  }

  private static String members(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> ",\"m" + i + "\":" + i)
        .collect(Collectors.joining());
  }

  /** The same octets, with some of the tag counted to the ciphertext. */
  private static String shifted(String[] parts, int octets) {
    byte[] ciphertext = new Base64URL(parts[3]).decode();
    byte[] tag = new Base64URL(parts[4]).decode();
    byte[] longer = Arrays.copyOf(ciphertext, ciphertext.length + octets);
    System.arraycopy(tag, 0, longer, ciphertext.length, octets);
    byte[] shorter = Arrays.copyOfRange(tag, octets, tag.length);
    return parts[0]
        + "."
        + parts[1]
        + "."
        + parts[2]
        + "."
        + Base64URL.encode(longer)
        + "."
        + Base64URL.encode(shorter);
  }

  private String agreedWithKey() {
    TestDecryptionKey direct = ec.as("ECDH-ES");
    return direct.encrypt(direct.header("A256GCM"), signed()).replace("..", ".AAAA.");
  }

  private Attack row(String name, TestDecryptionKey key, Map<String, Object> changes) {
    Map<String, Object> header = key.header("A256GCM");
    header.putAll(changes);
    return token("F07.4 " + name, key.encrypt(header, signed()));
  }

  private String without(TestDecryptionKey key, String name) {
    Map<String, Object> header = key.header("A256GCM");
    header.remove(name);
    return key.encrypt(header, signed());
  }

  private Attack renamed(String name, String members) {
    String rest = good(rsa).split("\\.", 2)[1];
    return token("header: " + name, Base64URL.encode("{" + members + "}") + "." + rest);
  }

  private Attack content(String name, String content) {
    return token(name, rsa.encrypt(rsa.header("A256GCM"), content));
  }

  private Attack shared(String algorithm, Encrypter encrypter) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", algorithm);
    header.put("enc", "A256GCM");
    header.put("cty", "JWT");
    try {
      JWEObject jwe = new JWEObject(JWEHeader.parse(header), new Payload(signed()));
      jwe.encrypt(encrypter.make());
      return token("F07.4 " + algorithm, jwe.serialize());
    } catch (JOSEException | ParseException e) {
      throw new IllegalStateException(algorithm, e);
    }
  }

  /** Makes what encrypts with a secret that both sides know. */
  private interface Encrypter {
    JWEEncrypter make() throws JOSEException;
  }
}
