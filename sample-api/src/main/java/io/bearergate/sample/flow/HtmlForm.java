package io.bearergate.sample.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first form of a page, as far as a browser sends it without anybody's doing.
 *
 * @param fields the hidden ones
 */
record HtmlForm(String action, Map<String, List<String>> fields) {

  private static final Pattern FORM = tag("form");
  private static final Pattern INPUT = tag("input");
  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)\\s*=\\s*\"([^\"]*)\"");

  /** The form, if the page has one to be posted. */
  static Optional<HtmlForm> in(String html) {
    return FORM.matcher(html)
        .results()
        .findFirst()
        .map(found -> attributes(found.group(1)))
        .filter(form -> "post".equalsIgnoreCase(form.get("method")) && form.containsKey("action"))
        .map(form -> new HtmlForm(form.getOrDefault("action", ""), hidden(html)));
  }

  private static Map<String, List<String>> hidden(String html) {
    Map<String, List<String>> fields = new HashMap<>();
    INPUT
        .matcher(html)
        .results()
        .map(found -> attributes(found.group(1)))
        .filter(input -> "hidden".equalsIgnoreCase(input.get("type")) && input.containsKey("name"))
        .forEach(
            input ->
                fields.put(
                    input.getOrDefault("name", ""), List.of(input.getOrDefault("value", ""))));
    return fields;
  }

  private static Pattern tag(String name) {
    return Pattern.compile("<" + name + "\\b((?:[^>\"]|\"[^\"]*\")*)>", Pattern.CASE_INSENSITIVE);
  }

  private static Map<String, String> attributes(String tag) {
    Map<String, String> attributes = new HashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(tag);
    while (attribute.find()) {
      attributes.put(attribute.group(1).toLowerCase(Locale.ROOT), unescaped(attribute.group(2)));
    }
    return attributes;
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
