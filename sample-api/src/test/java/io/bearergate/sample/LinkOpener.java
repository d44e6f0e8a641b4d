package io.bearergate.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.sample.flow.Callback;
import io.bearergate.sample.flow.Landscape;
import io.bearergate.sample.flow.Landscape.Account;
import io.bearergate.sample.flow.Landscape.Cast;
import io.bearergate.sample.flow.Person;
import io.bearergate.sample.flow.RecordedHttp;
import io.bearergate.sample.issuer.Fixtures;
import io.bearergate.sample.issuer.Parsed;
import io.bearergate.sample.issuer.UserAgent;
import io.bearergate.sample.issuer.Wire;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Alice, with a browser of her own, and the links a client has printed for her. */
record LinkOpener(String issuer, URI redirectUri) {

  /** Agrees to all, and lets the browser go where it is sent. */
  void agree(URI link) {
    if (!link.getPath().equals("/authorize")) {
      alice().approve(link);
      return;
    }
    Callback callback = alice().travel(link, redirectUri);
    arrive(
        callback.posted()
            ? Wire.postForm(redirectUri.toString(), fields(callback))
            : Wire.get(callback.redirectUri().toString()));
  }

  /** Does not even log in. */
  void refuse(URI link) {
    UserAgent browser = new UserAgent(issuer);
    Map<String, String> form =
        new HashMap<>(UserAgent.hiddenFields(browser.follow(browser.open(link.toString()))));
    form.put("action", "cancel");
    arrive(Wire.get(Parsed.location(browser.submit("u/login", form))));
  }

  private static void arrive(HttpResponse<String> page) {
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).isEqualTo(ReturnPage.TEXT);
  }

  private Person alice() {
    Account alice = new Account("alice", Fixtures.password("alice"));
    Cast cast = new Cast(Map.of(), Map.of("alice", alice));
    return Person.scripted(
        new RecordedHttp((request, response) -> {}),
        new Landscape(issuer, URI.create(issuer), InstantSource.system(), cast));
  }

  private static Map<String, String> fields(Callback callback) {
    Map<String, String> fields = new HashMap<>();
    callback.parameters().forEach((name, values) -> fields.put(name, values.get(0)));
    return fields;
  }
}
