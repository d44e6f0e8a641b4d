package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.PKITLSClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.SelfSignedTLSClientAuthentication;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which client a request comes from (RFC 6749 §2.3). By one method, and the one the client is
 * registered with; every failure looks the same.
 */
final class ClientAuthenticator {

  private final Registry registry;
  private final Map<ClientAuthenticationMethod, ClientProof> proofs;

  ClientAuthenticator(Registry registry, Map<ClientAuthenticationMethod, ClientProof> proofs) {
    this.registry = registry;
    this.proofs = Collections.unmodifiableMap(new LinkedHashMap<>(proofs));
  }

  /** What the metadata may promise. */
  List<ClientAuthenticationMethod> methods() {
    return Stream.concat(proofs.keySet().stream(), Stream.of(ClientAuthenticationMethod.NONE))
        .toList();
  }

  Client authenticate(HTTPRequest request, Parameters form) throws GeneralException {
    long presented =
        Stream.of(
                request.getAuthorization() != null,
                form.has("client_secret"),
                form.has("client_assertion"))
            .filter(Boolean::booleanValue)
            .count();
    if (presented > 1) {
      throw new GeneralException(OAuth2Error.INVALID_REQUEST);
    }
    Optional<Client> client =
        presented == 0
            ? publicClient(form).or(() -> certifiedClient(request, form))
            : confidentialClient(parse(request), form);
    return client.orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_CLIENT));
  }

  private Optional<Client> publicClient(Parameters form) {
    return form.single("client_id").flatMap(registry::client).filter(Client::isPublic);
  }

  /** A certificate counts as credentials only where there are no others (RFC 8705 §2). */
  private Optional<Client> certifiedClient(HTTPRequest request, Parameters form) {
    Optional<X509Certificate> certificate = Optional.ofNullable(request.getClientX509Certificate());
    boolean verified = request.getClientX509CertificateRootDN() != null;
    return form.single("client_id")
        .flatMap(registry::client)
        .map(known -> new ClientID(known.id()))
        .flatMap(id -> certificate.map(shown -> authentication(id, shown, verified)))
        .flatMap(presented -> confidentialClient(presented, form));
  }

  private static ClientAuthentication authentication(
      ClientID id, X509Certificate certificate, boolean verified) {
    return verified
        ? new PKITLSClientAuthentication(id, certificate)
        : new SelfSignedTLSClientAuthentication(id, certificate);
  }

  private Optional<Client> confidentialClient(ClientAuthentication presented, Parameters form) {
    String id = presented.getClientID().getValue();
    boolean sameInBody = form.single("client_id").filter(other -> !other.equals(id)).isEmpty();
    Optional<Client> client =
        registry.client(id).filter(known -> known.authenticatesBy(presented.getMethod()));
    boolean proven =
        Optional.ofNullable(proofs.get(presented.getMethod()))
            .filter(proof -> proof.holds(client, presented))
            .isPresent();
    return client.filter(known -> proven && sameInBody);
  }

  private static ClientAuthentication parse(HTTPRequest request) throws GeneralException {
    try {
      return Optional.ofNullable(ClientAuthentication.parse(request))
          .orElseThrow(() -> new GeneralException(OAuth2Error.INVALID_CLIENT));
    } catch (ParseException e) {
      throw new GeneralException("malformed credentials", OAuth2Error.INVALID_CLIENT, e);
    }
  }
}
