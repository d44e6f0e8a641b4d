package io.bearergate.contract.servers.product;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Payara Micro, one jar. */
public final class PayaraMicro implements Product {

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
    List<String> command =
        new ArrayList<>(
            List.of(
                Launch.java(),
                "-jar",
                jar.toString(),
                "--nocluster",
                "--address",
                "127.0.0.1",
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
