package io.bearergate.contract.redeploy;

import io.bearergate.jakarta.BearergateFilter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.InputStream;
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

/** Writes a web application: the jars a user would copy, classes and {@code web.xml}. */
public final class WarFolder {

  private final Path folder;

  private WarFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Begins an application of nothing but the jars.
   *
   * @param folder where to write it; may not exist yet
   */
  public static WarFolder in(Path folder) {
    return in(folder, librariesOfTheTests());
  }

  /** Begins an application of these jars, and folders to make jars of. */
  public static WarFolder in(Path folder, List<Path> libraries) {
    WarFolder war = new WarFolder(folder);
    libraries.forEach(war::addLibrary);
    return war;
  }

  /**
   * The jars a user would copy, as the tests of this JVM run with them: filter, core, libraries.
   */
  static List<Path> librariesOfTheTests() {
    return ServerClasses.ONE_OF_EACH_JAR.stream().map(WarFolder::origin).toList();
  }

  /** The jar this class is of, or the folder of what will become it. */
  private static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class path of something else than files", e);
    }
  }

  /** Where it is written. */
  public Path folder() {
    return folder;
  }

  /** Copies these classes, without those nested in them. */
  public WarFolder classes(Class<?>... types) {
    for (Class<?> type : types) {
      addClass(type);
    }
    return this;
  }

  /** Copies every jar of a folder into {@code WEB-INF/lib}. */
  public WarFolder jarsOf(Path folder) {
    try (Stream<Path> jars = Files.list(folder)) {
      jars.sorted().forEach(this::addLibrary);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file below the folder, as {@code WEB-INF/web.xml}. */
  public WarFolder file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
    return in(folder, libraries)
        .classes(servlet)
        .file("WEB-INF/web.xml", webXml(settings, servlet))
        .folder();
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

  private void addLibrary(Path from) {
    try {
      Path library = Files.createDirectories(folder.resolve("WEB-INF/lib"));
      if (Files.isRegularFile(from)) {
        Files.copy(from, library.resolve(from.getFileName()));
      } else {
        jarOf(from, library.resolve("classes-" + Integer.toHexString(from.hashCode()) + ".jar"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the application", e);
    }
  }

  private static void jarOf(Path from, Path jar) throws IOException {
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

  private void addClass(Class<?> type) {
    String name = type.getName().replace('.', '/') + ".class";
    Path file = folder.resolve("WEB-INF/classes").resolve(name);
    try (InputStream in = type.getResourceAsStream("/" + name)) {
      Files.createDirectories(file.getParent());
      Files.copy(Objects.requireNonNull(in), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
