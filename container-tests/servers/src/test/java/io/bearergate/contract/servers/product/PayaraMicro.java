package io.bearergate.contract.servers.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Payara Micro, one jar. */
public final class PayaraMicro implements Product {

  private static final String ON_LOOPBACK =
      "set configs.config.server-config.network-config.network-listeners"
          + ".network-listener.http-listener.address=127.0.0.1\n";

  private final Path jar = Product.home("payara-micro");

  @Override
  public String title() {
    return Product.titled("Payara Micro", "payara-micro.version");
  }

  @Override
  public String page() {
    return "payara.md";
  }

  @Override
  public Launch install(Path folder, int port, List<Path> wars) throws IOException {
    Folders.copyInto(folder.resolve("wars"), wars);
    Path commands = Files.writeString(folder.resolve("commands"), ON_LOOPBACK);
    List<String> command =
        new ArrayList<>(
            List.of(
                Launch.java(),
                "-jar",
                jar.toString(),
                "--nocluster",
                "--prebootcommandfile",
                commands.toString(),
                "--port",
                Integer.toString(port),
                "--rootDir",
                folder.resolve("root").toString()));
    for (Path war : wars) {
      command.add("--deploy");
      command.add(folder.resolve("wars").resolve(war.getFileName()).toString());
    }
    return new Launch(command, Map.of());
  }
}
