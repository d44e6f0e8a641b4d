package io.bearergate.sample.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;

/** Plain HTTP, so that tests say what is on the wire and nobody tidies it up in between. */
public final class Wire {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private Wire() {}

  public static HttpResponse<String> get(String uri, String... headers) {
    return send(with(HttpRequest.newBuilder(URI.create(uri)).GET(), headers));
  }

  public static HttpResponse<String> postForm(
      String uri, Map<String, String> form, String... headers) {
    return post(uri, form(form), "application/x-www-form-urlencoded", headers);
  }

  /** By a TLS client of its own, which may have a certificate. */
  public static HttpResponse<String> postForm(
      SSLContext tls, String uri, Map<String, String> form, String... headers) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(uri))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(form)));
    return send(over(tls), with(builder, headers));
  }

  /** By a TLS client of its own, which may have a certificate. */
  public static HttpResponse<String> get(SSLContext tls, String uri, String... headers) {
    return send(over(tls), with(HttpRequest.newBuilder(URI.create(uri)).GET(), headers));
  }

  private static HttpClient over(SSLContext tls) {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(tls).build();
  }

  public static HttpResponse<String> post(
      String uri, String body, String contentType, String... headers) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(uri))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body));
    return send(with(builder, headers));
  }

  public static HttpResponse<String> method(String method, String uri, String... headers) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(uri)).method(method, BodyPublishers.noBody());
    return send(with(builder, headers));
  }

  public static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(joining("&"));
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  public static String basic(String id, String secret) {
    String pair = encode(id) + ":" + encode(secret);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  private static HttpRequest with(HttpRequest.Builder builder, String... headers) {
    return (headers.length == 0 ? builder : builder.headers(headers)).build();
  }

  private static HttpResponse<String> send(HttpRequest request) {
    return send(CLIENT, request);
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
