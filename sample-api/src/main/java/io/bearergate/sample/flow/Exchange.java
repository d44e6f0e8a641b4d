package io.bearergate.sample.flow;

import java.util.List;

/** One request and its answer, as text, with every secret masked. */
public record Exchange(Party sender, Message request, Message response) {

  /**
   * One half of an exchange.
   *
   * @param line the request or the status line
   */
  public record Message(String line, List<String> headers, String body) {

    private String asText(String arrow) {
      StringBuilder text = new StringBuilder(arrow).append(' ').append(line).append('\n');
      headers.forEach(header -> text.append("  ").append(header).append('\n'));
      if (!body.isEmpty()) {
        text.append('\n');
        body.lines().forEach(bodyLine -> text.append("  ").append(bodyLine).append('\n'));
      }
      return text.toString();
    }
  }

  /** As the terminal shows it. */
  public String asText() {
    return request.asText("→") + response.asText("←");
  }
}
