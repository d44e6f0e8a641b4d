package io.bearergate.sample;

import io.bearergate.sample.CommandLine.Option;
import io.bearergate.sample.api.Endpoints;
import io.bearergate.sample.flow.Credential;
import io.bearergate.sample.flow.Landscape.Account;
import io.bearergate.sample.flow.Registration;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An authorization server that is not ours, and what it knows us as.
 *
 * @param client plays every part
 * @param user only where a flow has to name one
 * @param apiPort 0 takes a free one
 */
record OtherServer(String issuer, Registration client, Optional<Account> user, int apiPort) {

  private static final String REDIRECT_URI = "http://127.0.0.1:8081/callback";
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final List<Option> OURS_ONLY =
      List.of(Option.ALL, Option.ISSUER_PORT, Option.BACKEND_PORT);
  private static final List<Option> THEIRS_ONLY =
      List.of(Option.CLIENT_ID, Option.CLIENT_SECRET, Option.REDIRECT_URI, Option.AUDIENCE);

  /**
   * The server the command line names, if it names one.
   *
   * @throws IllegalArgumentException saying what is missing, or too much
   */
  static Optional<OtherServer> of(CommandLine line) {
    Optional<String> issuer = line.value(Option.ISSUER);
    if (issuer.isEmpty()) {
      refuse(line, THEIRS_ONLY, "goes with --issuer only.");
      return Optional.empty();
    }
    refuse(line, OURS_ONLY, "does not go with --issuer.");
    require(line, Option.FLOW);
    require(line, Option.CLIENT_ID);
    return Optional.of(
        new OtherServer(
            issuerAt(issuer.get()),
            client(line),
            user(line),
            line.value(Option.PORT).map(CommandLine::asPort).orElse(0)));
  }

  private static void refuse(CommandLine line, List<Option> options, String why) {
    options.stream()
        .filter(line::has)
        .findFirst()
        .ifPresent(
            option -> {
              throw new IllegalArgumentException(option.written() + " " + why);
            });
  }

  private static void require(CommandLine line, Option option) {
    if (!line.has(option)) {
      throw new IllegalArgumentException("--issuer needs " + option.written() + " too.");
    }
  }

  private static Registration client(CommandLine line) {
    Credential credential =
        line.valueOrVariable(Option.CLIENT_SECRET)
            .<Credential>map(secret -> new Credential.Secret(secret, false))
            .orElse(Credential.NONE);
    return Registration.of(
        line.value(Option.CLIENT_ID).orElseThrow(),
        credential,
        redirectUri(line.value(Option.REDIRECT_URI).orElse(REDIRECT_URI)),
        line.value(Option.AUDIENCE).orElse(Endpoints.AUDIENCE));
  }

  private static Optional<Account> user(CommandLine line) {
    Optional<String> username = line.variable("DEMO_USERNAME");
    Optional<String> subject = line.variable("DEMO_SUBJECT").or(() -> username);
    String password = line.variable("DEMO_PASSWORD").orElse("");
    return subject.map(sub -> new Account(username.orElse(sub), password, sub));
  }

  private static String issuerAt(String text) {
    URI uri = uri(text, Option.ISSUER);
    boolean safe = "https".equals(uri.getScheme()) || isPlainLoopback(uri);
    if (!safe || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "--issuer must be an https URL, or http on the loopback, without query or fragment.");
    }
    return text;
  }

  /** What nobody but this machine can listen at. */
  private static String redirectUri(String text) {
    URI uri = uri(text, Option.REDIRECT_URI);
    boolean plain = uri.getRawQuery() == null && uri.getRawFragment() == null;
    if (!plain || !isPlainLoopback(uri) || uri.getPort() <= 0) {
      throw new IllegalArgumentException(
          "--redirect-uri must be http on the loopback with a port, without query or fragment.");
    }
    return text;
  }

  private static URI uri(String text, Option option) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(option.written() + " is not a URL.", e);
    }
  }

  private static boolean isPlainLoopback(URI uri) {
    return "http".equals(uri.getScheme())
        && uri.getHost() != null
        && LOOPBACK.contains(uri.getHost());
  }
}
