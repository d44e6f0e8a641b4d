package io.bearergate.sample.issuer;

import static java.util.stream.Collectors.joining;

import com.nimbusds.oauth2.sdk.rar.AuthorizationDetail;
import java.util.List;
import java.util.Map;

/** Authorization details as the consent page shows them: every object, every member, as text. */
final class DetailsList {

  private DetailsList() {}

  static String of(List<AuthorizationDetail> details) {
    return details.stream().map(detail -> object(detail.toJSONObject())).collect(joining());
  }

  private static String object(Map<?, ?> object) {
    return object.entrySet().stream()
        .map(
            member ->
                "<dt>%s</dt><dd>%s</dd>"
                    .formatted(
                        Page.escape(String.valueOf(member.getKey())), value(member.getValue())))
        .collect(joining("", "<dl>", "</dl>"));
  }

  private static String value(Object value) {
    if (value instanceof Map<?, ?> object) {
      return object(object);
    }
    return value instanceof List<?> list
        ? list.stream()
            .map(item -> "<li>" + value(item) + "</li>")
            .collect(joining("", "<ul>", "</ul>"))
        : Page.escape(String.valueOf(value));
  }
}
