package io.bearergate.contract.attack;

import static io.bearergate.contract.attack.Attack.token;

import io.bearergate.test.TestKey;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The token names an algorithm that the key is not for (RFC 8725 §2.1). */
final class AlgorithmAttacks {

  private AlgorithmAttacks() {}

  static Stream<Attack> rows(Target target) {
    return Stream.of(unsigned(target), macs(target), otherAlgorithms(target), spellings(target))
        .flatMap(List::stream);
  }

  private static List<Attack> unsigned(Target target) {
    List<Attack> rows = new ArrayList<>();
    for (String none : List.of("none", "None", "NONE", "nOnE", "none ", "null", "")) {
      Jws jws = Jws.of(target.good()).withHeader("{\"alg\":\"" + none + "\",\"typ\":\"JWT\"}");
      rows.add(token("alg '" + none + "', signature empty", jws.withSignature("").compact()));
      rows.add(token("alg '" + none + "', signature of another", jws.compact()));
    }
    return rows;
  }

  private static List<Attack> macs(Target target) {
    RSAPublicKey key = (RSAPublicKey) target.rsa().pair().getPublic();
    Map<String, byte[]> secrets = new LinkedHashMap<>();
    secrets.put("PEM", pem(key, "\n").getBytes(StandardCharsets.US_ASCII));
    secrets.put("PEM with line end", (pem(key, "\n") + "\n").getBytes(StandardCharsets.US_ASCII));
    secrets.put("PEM with CRLF", pem(key, "\r\n").getBytes(StandardCharsets.US_ASCII));
    secrets.put("DER", key.getEncoded());
    secrets.put("modulus", key.getModulus().toByteArray());
    secrets.put(
        "JWK n", Jws.encode(key.getModulus().toByteArray()).getBytes(StandardCharsets.US_ASCII));
    secrets.put("empty-ish", new byte[] {0});
    List<Attack> rows = new ArrayList<>();
    for (String bits : List.of("256", "384", "512")) {
      String header = "{\"alg\":\"HS" + bits + "\",\"kid\":\"" + target.rsa().keyId() + "\"}";
      secrets.forEach(
          (name, secret) ->
              rows.add(
                  token(
                      "HS" + bits + " with the public key as secret: " + name,
                      Jws.mac("HmacSHA" + bits, header, target.claims(), secret))));
    }
    return rows;
  }

  private static String pem(RSAPublicKey key, String lineEnd) {
    String base64 =
        Base64.getMimeEncoder(64, lineEnd.getBytes(StandardCharsets.US_ASCII))
            .encodeToString(key.getEncoded());
    return String.join(lineEnd, "-----BEGIN PUBLIC KEY-----", base64, "-----END PUBLIC KEY-----");
  }

  private static List<Attack> otherAlgorithms(Target target) {
    TestKey rsa = target.rsa();
    TestKey ec = target.ec();
    TestKey ed = target.ed();
    return List.of(
        byKey(target, "PS256 by a key for RS256", rsa.as("PS256", rsa.keyId())),
        byKey(target, "RS384 by a key for RS256", rsa.as("RS384", rsa.keyId())),
        byKey(target, "RS512 by a key for RS256", rsa.as("RS512", rsa.keyId())),
        claimed(target, "ES256 claimed for an RSA signature", rsa, "ES256"),
        claimed(target, "EdDSA claimed for an RSA signature", rsa, "EdDSA"),
        claimed(target, "PS256 claimed for an RS256 signature", rsa, "PS256"),
        claimed(target, "RS256 claimed for an EC signature", ec, "RS256"),
        claimed(target, "ES384 claimed for a P-256 signature", ec, "ES384"),
        claimed(target, "ES512 claimed for a P-256 signature", ec, "ES512"),
        claimed(target, "ES256K claimed for a P-256 signature", ec, "ES256K"),
        claimed(target, "ES256 claimed for an Ed25519 signature", ed, "ES256"),
        claimed(target, "Ed448 claimed for an Ed25519 signature", ed, "Ed448"),
        byKey(target, "EC signature under the kid of the RSA key", ec.as("ES256", rsa.keyId())),
        byKey(target, "RSA signature under the kid of the EC key", rsa.as("RS256", ec.keyId())));
  }

  private static Attack byKey(Target target, String name, TestKey key) {
    return token(name, target.token(t -> t.signedWith(key)));
  }

  private static Attack claimed(Target target, String name, TestKey key, String algorithm) {
    return token(name, target.token(t -> t.signedWith(key).header("alg", algorithm)));
  }

  private static List<Attack> spellings(Target target) {
    List<Attack> rows = new ArrayList<>();
    Stream.of(
            "\"rs256\"",
            "\"Rs256\"",
            "\" RS256\"",
            "\"RS256 \"",
            "\"RS256\\u0000\"",
            "\"RS256\\n\"",
            "\"RS256,none\"",
            "\"RS-256\"",
            "\"SHA256withRSA\"",
            "\"RSA-OAEP\"",
            "\"dir\"",
            "null",
            "true",
            "256",
            "[\"RS256\"]",
            "{\"RS256\":1}")
        .map(alg -> token("alg " + alg, target.signed(target.rsa(), header(target, alg))))
        .forEach(rows::add);
    String noAlgorithm = "{\"typ\":\"JWT\",\"kid\":\"" + target.rsa().keyId() + "\"}";
    rows.add(token("no alg", target.signed(target.rsa(), noAlgorithm)));
    return rows;
  }

  private static String header(Target target, String algorithm) {
    return "{\"alg\":" + algorithm + ",\"kid\":\"" + target.rsa().keyId() + "\"}";
  }
}
