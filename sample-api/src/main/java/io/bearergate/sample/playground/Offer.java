package io.bearergate.sample.playground;

import io.bearergate.sample.flow.Flow;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a flow can be walked from the page: by the script always, by whoever sits there only where
 * the flow has a part for the user.
 *
 * @param pageBackend where the page is that has a server of its own
 */
record Offer(Flow flow, Optional<URI> pageBackend) {

  /** No user, or one who does not leave the client. */
  private static final Set<String> WITHOUT_USER = Set.of("F11", "F13", "F17", "F18");

  /** Its client is another server, whose cookies nobody here can see. */
  private static final String ON_ITS_OWN_PAGE = "F09";

  boolean inBrowser() {
    return !WITHOUT_USER.contains(flow.id()) && !isOnItsOwnPage();
  }

  Map<String, Object> members() {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", flow.id());
    told.put("name", flow.name());
    told.put("inBrowser", inBrowser());
    pageBackend
        .filter(there -> isOnItsOwnPage())
        .ifPresent(page -> told.put("page", page.toString()));
    return told;
  }

  private boolean isOnItsOwnPage() {
    return flow.id().equals(ON_ITS_OWN_PAGE);
  }
}
