package io.bearergate.contract.http;

import java.util.List;
import java.util.Locale;

/**
 * One HTTP/1.1 answer. Immutable.
 *
 * @param head the status line and every header line
 * @param body decoded from its transfer coding, as ISO-8859-1
 */
public record Answer(int status, List<String> head, String body) {

  public Answer {
    head = List.copyOf(head);
  }

  /** Every value of a header, in order. */
  public List<String> headers(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return head.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .toList();
  }

  /** The first value of a header; empty text when there is none. */
  public String header(String name) {
    return headers(name).stream().findFirst().orElse("");
  }

  /** The value of a {@code name=value} line of the body; empty text when there is none. */
  public String told(String name) {
    return body.lines()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElse("");
  }

  /** Everything the client got, in one text. */
  public String everything() {
    return String.join("\n", head) + "\n\n" + body;
  }
}
