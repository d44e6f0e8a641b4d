package io.bearergate.jakarta.spring;

import io.bearergate.config.Setting;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists as Spring writes them, {@code rules[0]}, {@code rules[1]} …, made into one value: rules a
 * line each, the elements of all else parted by commas.
 */
final class IndexedLists {

  private static final Pattern FIRST = Pattern.compile("([^\\[\\]]+)\\[0]");

  private IndexedLists() {}

  /**
   * The texts of one source. What is no list stays under its own key, and is no setting then: one
   * with a gap, one without a beginning, one beside the same key without index.
   */
  static Map<String, String> joined(Map<String, String> texts) {
    Map<String, String> joined = new TreeMap<>(texts);
    for (String key : texts.keySet()) {
      Matcher first = FIRST.matcher(key);
      if (first.matches() && !texts.containsKey(first.group(1))) {
        join(first.group(1), joined);
      }
    }
    return joined;
  }

  private static void join(String key, Map<String, String> texts) {
    String separator = key.equals(Setting.RULES.key()) ? "\n" : ",";
    StringBuilder all = new StringBuilder();
    String element = texts.remove(key + "[0]");
    for (int i = 1; element != null; i++) {
      all.append(all.isEmpty() ? "" : separator).append(element);
      element = texts.remove(key + "[" + i + "]");
    }
    texts.put(key, all.toString());
  }
}
