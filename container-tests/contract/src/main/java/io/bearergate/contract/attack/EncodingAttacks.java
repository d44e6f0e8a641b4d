package io.bearergate.contract.attack;

import static io.bearergate.contract.attack.Attack.token;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;

/** One token has one spelling; everything that a lenient reader would understand too is refused. */
final class EncodingAttacks {

  private EncodingAttacks() {}

  static Stream<Attack> rows(Target target) {
    return Stream.of(shapes(target), respelled(target), octets(target)).flatMap(s -> s);
  }

  private static Stream<Attack> shapes(Target target) {
    Jws good = Jws.of(target.good());
    String token = good.compact();
    return Stream.of(
        token("trailing dot", token + "."),
        token("leading dot", "." + token),
        token("two parts", good.header() + "." + good.payload()),
        token("two parts and a dot", good.header() + "." + good.payload() + "."),
        token("four parts", token + "." + good.signature()),
        token("five parts", token + "." + good.payload() + "." + good.signature()),
        token("five parts, three empty", good.header() + "...." + good.signature()),
        token("empty header", "." + good.payload() + "." + good.signature()),
        token("empty payload", good.header() + ".." + good.signature()),
        token("only dots", ".."),
        token("one dot", "."),
        token("one part", good.payload()),
        token("opaque", "2YotnFZFEjr1zCsicMWpAA"),
        token("parts in reverse", good.signature() + "." + good.payload() + "." + good.header()),
        token("header and payload swapped", swapped(good)),
        token("token twice", token + token),
        token("hex", HexFormat.of().formatHex(token.getBytes(StandardCharsets.US_ASCII))),
        token("base64 of the token", Jws.encode(token)),
        token("upper case", token.toUpperCase(Locale.ROOT)),
        token("JSON serialization", json(good)),
        token("dots as %2E", token.replace(".", "%2E")),
        token("slashes for dots", token.replace(".", "/")));
  }

  private static String swapped(Jws good) {
    return good.payload() + "." + good.header() + "." + good.signature();
  }

  private static String json(Jws good) {
    return "{\"payload\":\"%s\",\"protected\":\"%s\",\"signature\":\"%s\"}"
        .formatted(good.payload(), good.header(), good.signature());
  }

  /** Signed by the issuer over the very text that is sent, so that only strictness refuses it. */
  private static Stream<Attack> respelled(Target target) {
    String header = Jws.encode(Target.header(target.ec()));
    String claims = target.claimsWith("blob", "\"???>>>~~~\u00ff\u00fe?>\"");
    String payload = Jws.encode(claims);
    String standard =
        Base64.getEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    return Stream.of(
            row("standard alphabet", header, standard),
            row("padded header", padded(header, "="), payload),
            row("padded payload", header, padded(payload, "=")),
            row("unused bits in the header", unusedBits(Target.header(target.ec())), payload),
            row("unused bits in the payload", header, unusedBits(target.claims())),
            row("payload cut to an impossible length", header, impossible(payload)))
        .map(row -> token(row.name() + ", signed so", signed(target, row)));
  }

  private record Row(String name, String header, String payload) {}

  private static Row row(String name, String header, String payload) {
    return new Row(name, header, payload);
  }

  private static String signed(Target target, Row row) {
    return Jws.signed(target.ec(), row.header(), row.payload()).compact();
  }

  private static String padded(String part, String padding) {
    return part + padding.repeat(part.length() % 4 == 0 ? 1 : 4 - part.length() % 4);
  }

  private static String impossible(String part) {
    return part.substring(0, part.length() - (part.length() + 3) % 4);
  }

  /**
   * The same octets to a lenient decoder: blanks are added until the last character has unused
   * bits.
   */
  private static String unusedBits(String json) {
    String spaced = json;
    while (spaced.getBytes(StandardCharsets.UTF_8).length % 3 != 1) {
      spaced += " ";
    }
    String part = Jws.encode(spaced);
    char last = part.charAt(part.length() - 1);
    return part.substring(0, part.length() - 1) + (char) (last + 1);
  }

  private static Stream<Attack> octets(Target target) {
    String claims = target.claims();
    byte[] utf8 = claims.getBytes(StandardCharsets.UTF_8);
    byte[] mark = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    return Stream.of(
        payload(target, "UTF-16", claims.getBytes(StandardCharsets.UTF_16)),
        payload(target, "UTF-16LE", claims.getBytes(StandardCharsets.UTF_16LE)),
        payload(target, "UTF-16BE", claims.getBytes(StandardCharsets.UTF_16BE)),
        payload(target, "byte order mark", joined(mark, utf8)),
        payload(target, "Latin-1 in a claim", inClaim(claims, 0xe9)),
        payload(target, "overlong slash in a claim", inClaim(claims, 0xc0, 0xaf)),
        payload(target, "overlong NUL in a claim", inClaim(claims, 0xc0, 0x80)),
        payload(target, "encoded surrogate in a claim", inClaim(claims, 0xed, 0xa0, 0x80)),
        payload(target, "beyond Unicode in a claim", inClaim(claims, 0xf4, 0x90, 0x80, 0x80)),
        payload(target, "cut sequence in a claim", inClaim(claims, 0xe2, 0x82)),
        payload(target, "zero octet after", joined(utf8, new byte[1])),
        payload(target, "zero octet before", joined(new byte[1], utf8)),
        payload(target, "base64 of the payload", ascii(Jws.encode(utf8))),
        payload(target, "a token as payload", ascii(target.good())),
        payload(target, "nothing but a blank", new byte[] {' '}));
  }

  private static Attack payload(Target target, String name, byte[] octets) {
    byte[] header = ascii(Target.header(target.ec()));
    return token("payload: " + name, target.ec().sign(header, octets));
  }

  private static byte[] inClaim(String claims, int... octets) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(ascii(claims.substring(0, claims.length() - 1) + ",\"note\":\""));
    for (int octet : octets) {
      all.write(octet);
    }
    all.writeBytes(ascii("\"}"));
    return all.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(first);
    all.writeBytes(second);
    return all.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
