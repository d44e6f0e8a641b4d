package io.bearergate.config;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The tenants of Entra ID whose tokens are taken, each an issuer of its own. */
final class EntraTenants {

  private static final String PLACE = "{tenantid}";

  /** Who issues tokens of version 2, and of version 1. */
  static final String ISSUERS =
      "https://login.microsoftonline.com/"
          + PLACE
          + "/v2.0, https://sts.windows.net/"
          + PLACE
          + "/";

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private EntraTenants() {}

  /** A list of tenant ids. */
  static Set<String> parse(String text) {
    Set<String> ids = new LinkedHashSet<>();
    for (String word : ListText.words(text)) {
      String id = word.toLowerCase(Locale.ROOT);
      if (!ID.matcher(id).matches()) {
        throw new IllegalArgumentException(
            "names "
                + word
                + ", which is no tenant's id. Write ids such as 11111111-2222-3333-4444-555555555555:"
                + " common and the like are anybody's tenants.");
      }
      ids.add(id);
    }
    return ids;
  }

  /** The issuers that {@code text} names, each for each tenant. */
  static Set<String> issuers(String text, Set<String> ids) {
    Set<String> issuers = new LinkedHashSet<>();
    for (String template : ListText.parted(text)) {
      if (!template.contains(PLACE)) {
        throw new IllegalArgumentException(
            "names no "
                + PLACE
                + ". Write that in the tenant's place, and the tenant in entra-tenants.");
      }
      ids.forEach(id -> issuers.add(AddressText.issuer(template.replace(PLACE, id))));
    }
    return issuers;
  }
}
