package io.bearergate.contract.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One HTTP/1.1 request, put on the wire exactly as it stands here, save for {@code Host} and {@code
 * Content-Length}. Immutable; each method returns a changed copy.
 *
 * @param target what stands between method and version
 * @param headers lines without their line end, ISO-8859-1
 * @param body of ASCII characters
 */
public record RawRequest(String method, String target, List<String> headers, String body) {

  public RawRequest {
    headers = List.copyOf(headers);
  }

  /** A GET without credentials. */
  public static RawRequest get(String target) {
    return of("GET", target);
  }

  /** A request without credentials. */
  public static RawRequest of(String method, String target) {
    return new RawRequest(method, target, List.of(), "");
  }

  /** With one more header line. */
  public RawRequest header(String name, String value) {
    return line(name + ": " + value);
  }

  /** With one more header line, whatever it is. */
  public RawRequest line(String line) {
    List<String> more = new ArrayList<>(headers);
    more.add(line);
    return new RawRequest(method, target, more, body);
  }

  /** With {@code Authorization: Bearer token}. */
  public RawRequest bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  /** With a body of that type. */
  public RawRequest body(String type, String content) {
    return new RawRequest(method, target, header("Content-Type", type).headers, content);
  }

  byte[] octets(String host) {
    StringBuilder head = new StringBuilder(method).append(' ').append(target);
    head.append(" HTTP/1.1\r\nHost: ").append(host).append("\r\n");
    headers.forEach(line -> head.append(line).append("\r\n"));
    if (!body.isEmpty() || method.equals("POST") || method.equals("PUT")) {
      head.append("Content-Length: ").append(body.length()).append("\r\n");
    }
    return head.append("\r\n").append(body).toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
