package io.bearergate.benchmarks.http;

import io.bearergate.benchmarks.http.load.Tokens;
import io.bearergate.test.TestIssuer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Milliseconds from the start of a JVM to the first 200 that its cold server gives, in fresh JVMs
 * on all cores, without options, interleaved.
 */
record ColdStart(int rounds, List<String> protections, Path directory) {

  /** The names are those of the protections. */
  static final String BARE = "none";

  static final String LOCAL_KEYS = "bearergate";
  static final String ONE_FETCH = "bearergate-jwks-uri";

  static final List<String> FEW = List.of(BARE, LOCAL_KEYS, ONE_FETCH);

  static final List<String> ALL =
      List.of(BARE, LOCAL_KEYS, ONE_FETCH, "bearergate-discovery", "nimbus", "pac4j", "spring");

  /** The milliseconds of each, bare server first. */
  Map<String, Series> measured() throws IOException {
    Map<String, List<Double>> millis = new LinkedHashMap<>();
    protections.forEach(protection -> millis.put(protection, new ArrayList<>()));
    try (TestIssuer issuer = TestIssuer.start()) {
      Workplace workplace = Workplace.of(issuer, directory.resolve("cold-start"));
      String token = issuer.token(claims -> Tokens.everydayClaims(claims, 0));
      for (int round = 0; round < rounds; round++) {
        Run.say("Cold start, round %d", round + 1);
        for (Map.Entry<String, List<Double>> each : millis.entrySet()) {
          each.getValue().add(firstAnswer(workplace, each.getKey(), token));
        }
      }
    }
    Map<String, Series> measured = new LinkedHashMap<>();
    millis.forEach((protection, each) -> measured.put(protection, Series.of(each)));
    return measured;
  }

  private static double firstAnswer(Workplace workplace, String protection, String token)
      throws IOException {
    List<String> command = new JettyCommand(workplace).plain(protection);
    long began = System.nanoTime();
    try (ServerProcess server =
        ServerProcess.start(command, workplace.directory().resolve(protection + ".log"))) {
      String status = ask(server.nextNumber(), token);
      double millis = (System.nanoTime() - began) / 1e6;
      if (!"HTTP/1.1 200 OK".equals(status)) {
        throw new IllegalStateException(protection + " answered " + status);
      }
      return millis;
    }
  }

  private static String ask(int port, String token) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        OutputStream out = socket.getOutputStream();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      String request =
          "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
              + token
              + "\r\n\r\n";
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      return in.readLine();
    }
  }
}
