package io.bearergate.sample.playground;

import io.bearergate.sample.flow.Flow;
import io.bearergate.sample.flow.Landscape;
import io.bearergate.sample.flow.Landscape.Cast;
import io.bearergate.sample.flow.Registration;
import java.net.URI;
import java.util.Comparator;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Where the playground stands.
 *
 * @param like what its flows are told, but for where browsers come back to
 * @param audiences by path, whose tokens the APIs want
 * @param registrar makes a redirect URI of this origin known to the authorization server
 * @param debugger whether the debugger is switched on
 */
public record Site(
    Landscape like,
    Map<String, String> audiences,
    BiConsumer<String, URI> registrar,
    Debugger debugger) {

  /** Where every browser comes back to. */
  static final String CALLBACK = "/playground/callback";

  /** Where the browser that is a client itself comes back to. */
  static final String IN_BROWSER = "/playground/spa";

  /** The client whose code runs in the browser. */
  static final String BROWSER_CLIENT = "spa1";

  /** Copies the map. */
  public Site {
    audiences = Map.copyOf(audiences);
  }

  /** For a walk by the script: browsers come back to this origin. */
  Landscape at(URI origin) {
    URI callback = origin.resolve(CALLBACK);
    Map<String, Registration> clients =
        cast().clients().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, part -> moved(part.getValue(), callback)));
    Cast moved = new Cast(clients, cast().users());
    return new Landscape(like.issuer(), origin, like.clock(), moved, like.surroundings());
  }

  /** For a walk by somebody real, for whom time passes by itself. */
  Landscape inRealTime(URI origin) {
    return at(origin).in(like.surroundings().inRealTime());
  }

  Offer offer(Flow flow) {
    return new Offer(flow, like.surroundings().pageBackend());
  }

  String issuer() {
    return like.issuer();
  }

  Cast cast() {
    return like.people();
  }

  /** Makes the page known that is a client itself. */
  URI atInBrowser(URI origin) {
    URI page = origin.resolve(IN_BROWSER);
    registrar.accept(BROWSER_CLIENT, page);
    return page;
  }

  /** Whose tokens the API at this path wants. */
  String audienceAt(String path) {
    return audiences.entrySet().stream()
        .filter(api -> path.startsWith(api.getKey()))
        .max(Comparator.comparingInt(api -> api.getKey().length()))
        .map(Map.Entry::getValue)
        .orElse("");
  }

  /** The authorization server's origin, for a policy that lets pages speak to it. */
  String issuerOrigin() {
    URI uri = URI.create(issuer());
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  private Registration moved(Registration client, URI callback) {
    if (client.redirectUri().isEmpty()) {
      return client;
    }
    registrar.accept(client.clientId(), callback);
    return client.backAt(callback);
  }
}
