package io.bearergate.interop;

import io.bearergate.sample.flow.Callback;
import io.bearergate.sample.flow.Landscape.Account;
import io.bearergate.sample.flow.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Connection;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A user who logs in and agrees, whatever the pages of the authorization server look like. */
final class FormFiller implements Person {

  private static final int MOST_STEPS = 15;
  private static final String AGREEING =
      "[name=accept], [value=accept], [value=approve], [id=submit-consent], [type=submit]";

  /**
   * By name alone: what a browser sends to the loopback, {@code Secure} or not, the JDK would not.
   */
  private final Map<String, String> cookies = new TreeMap<>();

  private final Account user;

  FormFiller(Account user) {
    this.user = user;
  }

  @Override
  public void approve(URI link) {
    Connection next = request(link);
    for (int step = 0; step < MOST_STEPS; step++) {
      Connection.Response response = execute(next);
      String location = response.header("Location");
      if (location != null) {
        next = request(URI.create(response.url().toString()).resolve(location));
        continue;
      }
      Optional<FormElement> form = formIfAny(response);
      if (form.isEmpty()) {
        return;
      }
      next = fillIn(form.get());
    }
    throw new AssertionError("sent in circles");
  }

  @Override
  public Callback travel(URI from, URI redirectUri) {
    Connection next = request(from);
    for (int step = 0; step < MOST_STEPS; step++) {
      Connection.Response response = execute(next);
      String location = response.header("Location");
      if (location != null && location.startsWith(redirectUri + "?")) {
        return Callback.of(URI.create(location));
      }
      if (location != null) {
        next = request(URI.create(response.url().toString()).resolve(location));
        continue;
      }
      FormElement form = formIn(response);
      if (form.absUrl("action").equals(redirectUri.toString())) {
        return Callback.posted(redirectUri, fieldsOf(form));
      }
      next = fillIn(form);
    }
    throw new AssertionError("sent in circles");
  }

  private Connection request(URI uri) {
    return Jsoup.connect(uri.toString())
        .followRedirects(false)
        .ignoreHttpErrors(true)
        .ignoreContentType(true)
        .header("Accept", "text/html");
  }

  private Connection.Response execute(Connection request) {
    try {
      Connection.Response response = request.cookies(cookies).execute();
      cookies.putAll(response.cookies());
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FormElement formIn(Connection.Response response) {
    return formIfAny(response)
        .orElseThrow(
            () ->
                new AssertionError(
                    response.statusCode() + " " + response.url() + "\n" + text(response)));
  }

  private static String text(Connection.Response response) {
    return Jsoup.parse(response.body()).text();
  }

  private static Optional<FormElement> formIfAny(Connection.Response response) {
    return Jsoup.parse(response.body(), response.url().toString()).select("form").forms().stream()
        .findFirst();
  }

  private static Map<String, List<String>> fieldsOf(FormElement form) {
    return form.formData().stream()
        .collect(
            Collectors.groupingBy(
                KeyVal::key, TreeMap::new, Collectors.mapping(KeyVal::value, Collectors.toList())));
  }

  private Connection fillIn(FormElement form) {
    form.select("input[type=password]").val(user.password());
    form.select("input[name=username]").val(user.username());
    form.select("input[type=checkbox]").attr("checked", "checked");
    Connection submission = form.submit();
    Element agreeing = form.selectFirst(AGREEING);
    if (agreeing != null && agreeing.hasAttr("name")) {
      submission.data(agreeing.attr("name"), agreeing.attr("value"));
    }
    return request(URI.create(submission.request().url().toString()))
        .method(submission.request().method())
        .data(submission.request().data());
  }
}
