package io.bearergate.benchmarks.http;

import io.bearergate.benchmarks.http.server.PeerServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The command line that starts a Jetty with one of the protections before its servlet. */
record JettyCommand(Workplace workplace) {

  /** Off the class path of a server that does not use them, as they would be in an application. */
  private static final List<String> OTHERS_JARS =
      List.of("/org/springframework/", "/org/pac4j/", "/io/micrometer/", "/com/fasterxml/");

  private static final String ACCELERATOR = "AmazonCorrettoCryptoProvider";

  /**
   * For load: one core, a fixed heap, and callers that wait for the compiler, which beside busy
   * threads on its only core would be done after minutes.
   */
  List<String> underLoad(Peer peer) throws IOException {
    List<String> command = new ArrayList<>(List.of("taskset", "-c", "0"));
    command.addAll(java(peer.protection(), peer.isAccelerated()));
    int afterJava = command.indexOf("-cp");
    command.addAll(afterJava, List.of("-Xms256m", "-Xmx256m", "-XX:+UseSerialGC", "-Xbatch"));
    if (peer == Peer.NIMBUS_ACCELERATED) {
      command.add(afterJava, "-Djava.security.properties=" + accelerated());
    }
    return command;
  }

  /** As a user would start it: no options. */
  List<String> plain(String protection) {
    return java(protection, false);
  }

  private List<String> java(String protection, boolean accelerated) {
    return List.of(
        ProcessHandle.current().info().command().orElseThrow(),
        "-cp",
        classPath(protection, accelerated),
        PeerServer.class.getName(),
        protection,
        workplace.issuer().issuer(),
        workplace.issuer().jwksUri().toString(),
        workplace.jwks().toString());
  }

  private static String classPath(String protection, boolean accelerated) {
    boolean lean = !protection.equals("spring") && !protection.equals("pac4j");
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(jar -> accelerated || !jar.contains(ACCELERATOR))
        .filter(jar -> !lean || OTHERS_JARS.stream().noneMatch(jar::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Puts the accelerator before the JDK's own providers, as its documentation tells users to. */
  private Path accelerated() throws IOException {
    StringBuilder properties = new StringBuilder("security.provider.1=");
    properties.append("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider\n");
    int position = 2;
    for (String provider : List.of("SUN", "SunRsaSign", "SunEC", "SunJSSE", "SunJCE")) {
      properties.append("security.provider.").append(position++).append('=');
      properties.append(provider).append('\n');
    }
    return Files.writeString(
        workplace.directory().resolve("accelerated.security"), properties.toString());
  }
}
