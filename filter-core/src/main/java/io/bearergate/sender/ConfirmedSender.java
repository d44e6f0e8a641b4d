package io.bearergate.sender;

import static io.bearergate.rejection.Rejection.Reason.BOUND_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.UNBOUND_TOKEN;
import static io.bearergate.rejection.Rejection.Reason.WRONG_CERTIFICATE;

import io.bearergate.http.Credentials.Presented;
import io.bearergate.http.Credentials.Scheme;
import io.bearergate.http.RequestView;
import io.bearergate.rejection.Rejection;
import io.bearergate.rejection.Rejection.Reason;
import io.bearergate.sender.SenderRules.Use;
import io.bearergate.token.AccessToken;
import io.bearergate.token.Confirmation;
import java.util.Map;

/**
 * The token's {@code cnf} says what must be proved, and all of it must be. What is switched off or
 * not understood binds all the same: such a token is refused.
 */
record ConfirmedSender(SenderRules rules, DpopBinding dpop) implements SenderConstraint {

  private static final SenderResult HELD = new SenderResult.Held(Map.of());
  private static final SenderResult BOUND = refused(BOUND_TOKEN, "cnf wants what is not accepted");
  private static final SenderResult UNBOUND =
      refused(UNBOUND_TOKEN, "no jkt in the token, where DPoP is used or required");

  private static final SenderResult OTHER_CERTIFICATE =
      refused(WRONG_CERTIFICATE, "not the certificate of x5t#S256, or none");

  private static SenderResult refused(Reason reason, String detail) {
    return new SenderResult.Refused(Rejection.of(reason, detail));
  }

  @Override
  public SenderResult check(AccessToken token, Presented presented, RequestView received) {
    RequestView request = rules.proxies().seen(received);
    Confirmation confirmation = token.confirmation().filter(this::isAccepted).orElse(null);
    if (confirmation == null) {
      return BOUND;
    }
    String key = confirmation.keyThumbprint().orElse(null);
    String certificate = confirmation.certificateThumbprint().orElse(null);
    boolean certificateWillDo =
        certificate != null && token.isCertificateUnderDpopTaken() && hasNoProof(request);
    if (key == null && isKeyDemanded(presented, certificateWillDo)) {
      return UNBOUND;
    }
    if (certificate != null && !CertificateBinding.holds(certificate, request)) {
      return OTHER_CERTIFICATE;
    }
    return key == null ? HELD : dpop.check(key, presented, request);
  }

  private boolean isAccepted(Confirmation confirmation) {
    boolean dpopOff = rules.dpop().use() == Use.OFF;
    return !(dpopOff && confirmation.keyThumbprint().isPresent())
        && (rules.certificates() || confirmation.certificateThumbprint().isEmpty());
  }

  private boolean isKeyDemanded(Presented presented, boolean certificateWillDo) {
    return (presented.scheme() == Scheme.DPOP && !certificateWillDo)
        || rules.dpop().use() == Use.REQUIRED;
  }

  /** Whoever sends a proof takes the token for bound to its key. */
  private static boolean hasNoProof(RequestView request) {
    return request.headers("DPoP").isEmpty();
  }
}
