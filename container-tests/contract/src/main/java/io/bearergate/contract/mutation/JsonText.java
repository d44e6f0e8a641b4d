package io.bearergate.contract.mutation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** A JSON object whose members are JSON text, so that it can be written wrongly. Immutable. */
record JsonText(Map<String, String> members) {

  private static final List<String> BLANKS = List.of("", " ", "\n", "\t", "\r\n  ");

  JsonText {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  JsonText with(String name, String json) {
    Map<String, String> changed = new LinkedHashMap<>(members);
    changed.put(name, json);
    return new JsonText(changed);
  }

  JsonText without(String name) {
    Map<String, String> changed = new LinkedHashMap<>(members);
    changed.remove(name);
    return new JsonText(changed);
  }

  JsonText shuffled(Random random) {
    List<Map.Entry<String, String>> entries = new ArrayList<>(members.entrySet());
    Collections.shuffle(entries, random);
    Map<String, String> changed = new LinkedHashMap<>();
    entries.forEach(entry -> changed.put(entry.getKey(), entry.getValue()));
    return new JsonText(changed);
  }

  /** As JSON without blanks. */
  String text() {
    return members.entrySet().stream()
        .map(member -> '"' + member.getKey() + "\":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** With one more member, be there one of that name or not. */
  String textAnd(String member) {
    String text = text();
    return text.substring(0, text.length() - 1) + "," + member + "}";
  }

  /** The same JSON with blanks wherever they may stand. */
  String spaced(Random random) {
    return members.entrySet().stream()
        .map(
            member ->
                blank(random)
                    + '"'
                    + member.getKey()
                    + '"'
                    + blank(random)
                    + ':'
                    + blank(random)
                    + member.getValue()
                    + blank(random))
        .collect(Collectors.joining(",", blank(random) + "{", "}" + blank(random)));
  }

  private static String blank(Random random) {
    return BLANKS.get(random.nextInt(BLANKS.size()));
  }

  /** The same JSON with a character of a member's name escaped. */
  String withEscapedName(Random random) {
    List<String> names = List.copyOf(members.keySet());
    String name = names.get(random.nextInt(names.size()));
    return text().replace('"' + name + "\":", '"' + escaped(name, random) + "\":");
  }

  static String escaped(String name, Random random) {
    int at = random.nextInt(name.length());
    return name.substring(0, at)
        + String.format("\\u%04x", (int) name.charAt(at))
        + name.substring(at + 1);
  }
}
