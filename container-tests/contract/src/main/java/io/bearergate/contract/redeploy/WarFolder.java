package io.bearergate.contract.redeploy;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEObject;
import io.bearergate.Gate;
import io.bearergate.jakarta.BearergateFilter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Writes a web application: {@code web.xml}, a servlet's class, and the jars a user would copy. */
final class WarFolder {

  private static final List<Class<?>> ONE_OF_EACH_JAR =
      List.of(BearergateFilter.class, Gate.class, JOSEObject.class, Caffeine.class);

  private final Path folder;

  private WarFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The jars a user would copy, as the tests of this JVM run with them: filter, core, libraries.
   */
  static List<Path> librariesOfTheTests() {
    return ONE_OF_EACH_JAR.stream().map(WarFolder::origin).toList();
  }

  /** The jar this class is of, or the folder of what will become it. */
  private static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class path of something else than files", e);
    }
  }

  /**
   * Writes an application that maps the filter and the servlet to everything.
   *
   * @param folder where to write it; may not exist yet
   * @param libraries what to copy into {@code WEB-INF/lib}: jars, and folders to make jars of
   * @param settings the filter's init-params
   * @return the folder
   */
  static Path write(
      Path folder,
      List<Path> libraries,
      Map<String, String> settings,
      Class<? extends HttpServlet> servlet) {
    WarFolder war = new WarFolder(folder);
    try {
      Files.createDirectories(folder.resolve("WEB-INF/lib"));
      for (Path library : libraries) {
        war.addLibrary(library);
      }
      war.addClass(servlet);
      Files.writeString(folder.resolve("WEB-INF/web.xml"), webXml(settings, servlet));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the application", e);
    }
  }

  /** Adds Amazon Corretto Crypto Provider to an application that was written. */
  static void addAccelerator(Path folder) {
    String jar = "AmazonCorrettoCryptoProvider.jar";
    try (InputStream in = WarFolder.class.getResourceAsStream("/accelerator/" + jar)) {
      Files.copy(Objects.requireNonNull(in), folder.resolve("WEB-INF/lib").resolve(jar));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addLibrary(Path from) throws IOException {
    Path folderOfJars = folder.resolve("WEB-INF/lib");
    if (Files.isRegularFile(from)) {
      Files.copy(from, folderOfJars.resolve(from.getFileName()));
      return;
    }
    Path jar = folderOfJars.resolve("classes-" + Integer.toHexString(from.hashCode()) + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(from).filter(Files::isRegularFile)) {
      files.forEach(file -> add(from.relativize(file).toString(), file, out));
    }
  }

  private static void add(String name, Path file, JarOutputStream out) {
    try {
      out.putNextEntry(new ZipEntry(name));
      Files.copy(file, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addClass(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    Path file = folder.resolve("WEB-INF/classes").resolve(name);
    Files.createDirectories(file.getParent());
    try (InputStream in = type.getResourceAsStream("/" + name);
        OutputStream out = Files.newOutputStream(file)) {
      in.transferTo(out);
    }
  }

  private static String webXml(Map<String, String> settings, Class<?> servlet) {
    String initParams =
        settings.entrySet().stream()
            .map(
                setting ->
                    "<init-param><param-name>%s</param-name><param-value>%s</param-value></init-param>"
                        .formatted(setting.getKey(), setting.getValue()))
            .collect(Collectors.joining());
    return """
        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="5.0" metadata-complete="true">
          <filter><filter-name>api</filter-name><filter-class>%s</filter-class>
            <async-supported>true</async-supported>%s</filter>
          <filter-mapping><filter-name>api</filter-name><url-pattern>/*</url-pattern></filter-mapping>
          <servlet><servlet-name>s</servlet-name><servlet-class>%s</servlet-class>
            <load-on-startup>1</load-on-startup></servlet>
          <servlet-mapping><servlet-name>s</servlet-name><url-pattern>/*</url-pattern></servlet-mapping>
        </web-app>
        """
        .formatted(BearergateFilter.class.getName(), initParams, servlet.getName());
  }
}
