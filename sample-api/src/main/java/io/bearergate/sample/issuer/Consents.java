package io.bearergate.sample.issuer;

import com.nimbusds.openid.connect.sdk.Prompt;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Whether a user must be asked before a client is given anything, and what was agreed to. */
final class Consents {

  private final Map<Party, Set<String>> agreed = new ConcurrentHashMap<>();

  boolean isNeeded(Ask ask, User user) {
    Client client = ask.client();
    // A native client may be anybody's: whoever took its loopback port would be let in silently
    // (RFC 8252 §8.6).
    if (client.isThirdParty() || client.isNative() || ask.prompts(Prompt.Type.CONSENT)) {
      return true;
    }
    // Details are about this one transaction: an earlier yes was to another.
    if (!ask.details().isEmpty()) {
      return true;
    }
    return ask.api().filter(api -> !api.skipsConsentForFirstParty()).isPresent()
        && !agreed
            .getOrDefault(Party.of(ask, user), Set.of())
            .containsAll(ScopePolicy.grantable(ask, user));
  }

  void remember(Ask ask, User user) {
    agreed.merge(Party.of(ask, user), ScopePolicy.grantable(ask, user), Consents::union);
  }

  private static Set<String> union(Set<String> some, Set<String> more) {
    Set<String> all = new HashSet<>(some);
    all.addAll(more);
    return all;
  }

  private record Party(String subject, String clientId, String audience) {

    static Party of(Ask ask, User user) {
      return new Party(user.subject(), ask.client().id(), ask.api().map(Api::audience).orElse(""));
    }
  }
}
