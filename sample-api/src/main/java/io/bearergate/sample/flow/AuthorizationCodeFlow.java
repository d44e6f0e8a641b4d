package io.bearergate.sample.flow;

/** F01: a web application with a secret, and a user (RFC 6749 §4.1). */
final class AuthorizationCodeFlow implements Flow {

  private final Landscape landscape;

  AuthorizationCodeFlow(Landscape landscape) {
    this.landscape = landscape;
  }

  @Override
  public String id() {
    return "F01";
  }

  @Override
  public String name() {
    return "authorization-code";
  }

  @Override
  public Outcome walk() {
    RecordedHttp http = new RecordedHttp();
    try {
      return Outcome.of(this, new LoginWalk(landscape, http).as(landscape.people().web()), http);
    } catch (RuntimeException e) {
      return Outcome.failed(this, e, http);
    }
  }
}
