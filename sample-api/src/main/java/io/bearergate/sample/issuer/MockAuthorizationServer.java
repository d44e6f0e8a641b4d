package io.bearergate.sample.issuer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An OAuth 2.0 and OpenID Connect authorization server for the loopback: real in what it says on
 * the wire, made up in its clients and users ({@link Fixtures}). It forgets all when it is closed.
 */
public final class MockAuthorizationServer implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";

  private final WireMockServer wireMock;
  private final Parts parts;

  private MockAuthorizationServer(WireMockServer wireMock, Parts parts) {
    this.wireMock = wireMock;
    this.parts = parts;
  }

  /**
   * Starts one on 127.0.0.1.
   *
   * @throws UncheckedIOException if the port is taken
   */
  public static MockAuthorizationServer start(IssuerOptions options) {
    WireMockDoor door = new WireMockDoor();
    WireMockServer wireMock = new WireMockServer(configuration(options, door));
    start(wireMock, options);
    IssuerAddress address = IssuerAddress.onLoopback(wireMock.port());
    Parts parts = Parts.of(address, options);
    door.open(new Doorway(address, parts.mutualTls()), answers(parts, options));
    wireMock.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers(WireMockDoor.NAME)));
    return new MockAuthorizationServer(wireMock, parts);
  }

  /** The issuer identifier, with its trailing slash. */
  public String issuer() {
    return parts.address().value();
  }

  /**
   * Registers one more redirect URI of a client, for a client that listens on a port of its own.
   */
  public void register(String clientId, URI redirectUri) {
    parts.registry().amend(clientId, client -> client.with(redirectUri));
  }

  /**
   * Changes members of a client's registration, named as in RFC 7591 or in the fixtures.
   *
   * @throws IllegalArgumentException if there is no such client or it may not be registered so
   */
  public void amend(String clientId, Map<String, ?> members) {
    parts.registry().amend(clientId, client -> client.with(members));
  }

  /**
   * Gives an API another identifier, by which tokens for it are asked for and issued from now on
   * (RFC 8707): its address, which may not be known before it is served.
   *
   * @throws IllegalArgumentException if there is no such API
   */
  public void rename(String audience, String identifier) {
    parts.registry().rename(audience, identifier);
  }

  /**
   * Registers the key that an API's tokens are encrypted with from now on; its {@code alg} is how.
   *
   * @throws IllegalArgumentException if there is no such API
   */
  public void encryptFor(String audience, RSAKey publicKey) {
    parts.registry().encryptFor(audience, publicKey);
  }

  /**
   * The certificates of its clients.
   *
   * @throws IllegalStateException if it was started without {@link Feature#MTLS}
   */
  public Certificates certificates() {
    return parts
        .mutualTls()
        .map(MutualTls::certificates)
        .orElseThrow(() -> new IllegalStateException("started without MTLS"));
  }

  /** Takes one of the keys from a client that it signs its requests with. */
  public void withdrawRequestKey(String clientId, String keyId) {
    parts.registry().requestKeys().withdraw(clientId, keyId);
  }

  @Override
  public void close() {
    parts.mutualTls().ifPresent(MutualTls::close);
    wireMock.stop();
  }

  private static void start(WireMockServer wireMock, IssuerOptions options) {
    try {
      wireMock.start();
    } catch (FatalStartupException e) {
      String message = "Port " + options.port() + " of " + LOOPBACK + " is taken.";
      throw new UncheckedIOException(message, new IOException(e));
    }
  }

  /** No journal and no log: both would keep codes and passwords. No admin API: anybody's tab. */
  private static WireMockConfiguration configuration(IssuerOptions options, WireMockDoor door) {
    return options()
        .bindAddress(LOOPBACK)
        .port(options.port())
        .disableRequestJournal()
        .stubRequestLoggingDisabled(true)
        .notifier(new SilentNotifier())
        .adminAuthenticator(request -> false)
        .templatingEnabled(false)
        .gzipDisabled(true)
        .extensions(door);
  }

  private static Function<IncomingRequest, HTTPResponse> answers(
      Parts parts, IssuerOptions options) {
    List<Endpoint> endpoints = endpoints(parts, options);
    if (!options.has(Feature.CONTROLS)) {
      return new Router(endpoints, parts.registry())::answer;
    }
    Controls controls = Controls.create();
    endpoints.addAll(controls.endpoints(parts));
    return controls.around(new Router(endpoints, parts.registry())::answer);
  }

  private static List<Endpoint> endpoints(Parts parts, IssuerOptions options) {
    Handles<IssuedCode> codes = new Handles<>("bgc_", parts.lifetimes().code(), parts.clock());
    Interaction interaction =
        new Interaction(
            new FrontChannel(parts.address()),
            new FrontTokens(codes, parts.responses(), parts.address()),
            parts.clock());
    Sessions sessions = new Sessions(parts.lifetimes().session(), parts.clock());
    OtherChannels others = new OtherChannels(parts, options);
    List<Grant> grants = new ArrayList<>(grants(parts, codes, options.errors()));
    grants.addAll(others.grants());
    AuthorizationRequests requests = AuthorizationRequests.of(parts, options);
    List<Endpoint> endpoints = new ArrayList<>(documents(parts, grants, requests));
    endpoints.addAll(pages(parts, interaction, sessions, requests.reader()));
    endpoints.add(requests.pushEndpoint());
    endpoints.addAll(others.endpoints(new InteractionForm.Desk(interaction, sessions)));
    endpoints.add(
        new TokenEndpoint(
            new BackChannel(parts.clients()),
            options.errors(),
            others.withThoseSwitchedOff(grants),
            parts.possession()));
    endpoints.addAll(TokenLife.endpoints(parts, sessions));
    endpoints.add(
        new UserInfoEndpoint(
            new TokenSenders(new TokenHolders(parts), parts.possession().proofs())));
    return endpoints;
  }

  private static List<Grant> grants(Parts parts, Handles<IssuedCode> codes, ErrorProfile errors) {
    return List.of(
        new CodeGrant(codes, parts.responses()),
        new RefreshGrant(parts.responses(), errors),
        new MachineGrant(new AccessReader(parts.registry(), errors), parts.responses()));
  }

  private static List<Endpoint> documents(
      Parts parts, List<Grant> grants, AuthorizationRequests requests) {
    Supplier<String> metadata = () -> Metadata.of(parts, grants, requests);
    return List.of(
        new PublicDocument(Metadata.OPENID_PATH, metadata),
        new PublicDocument(Metadata.OAUTH_PATH, metadata),
        new PublicDocument(Metadata.JWKS_PATH, parts.keys()::jwks));
  }

  private static List<Endpoint> pages(
      Parts parts, Interaction interaction, Sessions sessions, AskReader reader) {
    InteractionForm.Desk desk = new InteractionForm.Desk(interaction, sessions);
    return List.of(
        new AuthorizeEndpoint(reader, interaction, sessions, parts.clock()),
        new LoginEndpoint(parts.registry(), desk, parts.clock()),
        new ConsentEndpoint(desk));
  }

  /** What most endpoints are made of. */
  record Parts(
      IssuerAddress address,
      Registry registry,
      SigningKeys keys,
      Lifetimes lifetimes,
      InstantSource clock,
      Optional<MutualTls> mutualTls,
      ClientAuthenticator clients,
      Possession possession,
      TokenResponses responses) {

    static Parts of(IssuerAddress address, IssuerOptions options) {
      Registry registry = Registry.fixtures();
      Lifetimes lifetimes = Lifetimes.standard();
      InstantSource clock = options.clock();
      Optional<MutualTls> mutualTls =
          options.has(Feature.MTLS)
              ? Optional.of(MutualTls.start(registry, address, clock))
              : Optional.empty();
      SigningKeys keys = SigningKeys.generate(lifetimes.accessToken(), clock);
      return new Parts(
          address,
          registry,
          keys,
          lifetimes,
          clock,
          mutualTls,
          new ClientAuthenticator(
              registry, ClientProof.all(new AssertionClaims(address, clock), mutualTls)),
          new Possession(new DpopProofs(clock)),
          new TokenResponses(
              new AccessTokens(keys, address, lifetimes, clock),
              new IdTokens(keys, address, lifetimes, clock),
              new RefreshTokens(options.refresh(), clock)));
    }
  }
}
