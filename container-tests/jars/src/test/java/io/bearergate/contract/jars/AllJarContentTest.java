package io.bearergate.contract.jars;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the one jar, and what is not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllJarContentTest {

  private final JarFile all = open(Jars.all());
  private final Set<String> names = names(all);

  @AfterAll
  void close() throws IOException {
    all.close();
  }

  private static JarFile open(Path jar) {
    try {
      return new JarFile(jar.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> names(JarFile jar) {
    return jar.stream()
        .filter(entry -> !entry.isDirectory())
        .map(ZipEntry::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private byte[] octets(String name) {
    try {
      return all.getInputStream(all.getEntry(name)).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(String name) {
    return new String(octets(name), UTF_8);
  }

  /**
   * Neither its entry nor any text in a class: what is looked up by name would be found elsewhere.
   */
  @ParameterizedTest
  @ValueSource(strings = {"com.nimbusds", "com.github.benmanes"})
  void holdsNoClassOfALibraryUnderItsOwnName(String library) {
    String path = library.replace('.', '/');

    assertThat(names).noneMatch(name -> name.startsWith(path));
    assertThat(names.stream().filter(name -> name.endsWith(".class")))
        .filteredOn(
            name -> {
              String content = new String(octets(name), ISO_8859_1);
              return content.contains(path) || content.contains(library);
            })
        .isEmpty();
  }

  @Test
  void holdsBothLibrariesUnderNamesOfOurs() {
    assertThat(names)
        .contains(
            "io/bearergate/shaded/nimbus/jose/JWEHeader.class",
            "io/bearergate/shaded/nimbus/jose/shaded/gson/Gson.class",
            "io/bearergate/shaded/caffeine/cache/Caffeine.class");
  }

  @Test
  void holdsEveryClassAndResourceOfOursUnderItsOwnName() {
    for (Path own : Jars.own()) {
      try (JarFile plain = open(own)) {
        Set<String> expected = names(plain);
        expected.remove("module-info.class");
        assertThat(expected).isNotEmpty();
        assertThat(names).containsAll(expected);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void holdsNothingButOursAndTheTwoLibraries() {
    assertThat(names)
        .allMatch(name -> name.startsWith("io/bearergate/") || name.startsWith("META-INF/"));
  }

  @Test
  void holdsNoSignatureFile() {
    assertThat(names).noneMatch(name -> name.matches("META-INF/(SIG-.*|.*\\.(SF|DSA|RSA|EC))"));
  }

  /** Were there a part for newer JDKs, the manifest would have to say so. */
  @Test
  void holdsNoPartForOneVersionOfTheJdkOnly() throws IOException {
    assertThat(names).noneMatch(name -> name.startsWith("META-INF/versions/"));
    assertThat(all.getManifest().getMainAttributes().getValue(Attributes.Name.MULTI_RELEASE))
        .isNull();
  }

  @Test
  void isOneModuleByTheNameOfTheFilters() {
    Set<ModuleReference> modules = ModuleFinder.of(Jars.all()).findAll();

    assertThat(modules).hasSize(1);
    ModuleDescriptor module = modules.iterator().next().descriptor();
    assertThat(module.name()).isEqualTo("io.bearergate.jakarta");
    assertThat(module.isAutomatic()).isTrue();
    assertThat(module.packages()).contains("io.bearergate.jakarta", "io.bearergate.config");
  }

  /** A server that finds a service file starts what it names. */
  @Test
  void namesInServiceFilesOnlyClassesItHolds() {
    List<String> providers =
        names.stream()
            .filter(name -> name.startsWith("META-INF/services/"))
            .flatMap(name -> text(name).lines())
            .map(line -> line.replaceFirst("#.*", "").strip())
            .filter(line -> !line.isEmpty())
            .map(provider -> provider.replace('.', '/') + ".class")
            .toList();

    assertThat(names).containsAll(providers);
  }

  @Test
  void keepsTheLicenceAndNamesWhatItHolds() {
    assertThat(text("META-INF/LICENSE")).contains("Apache License").contains("Version 2.0");
    assertThat(text("META-INF/NOTICE"))
        .contains("Nimbus JOSE+JWT", "Connect2id", "Gson", "JCIP annotations", "Caffeine")
        .doesNotContain("${");
  }

  @Test
  void tellsItsVersionAndThatOfTheJoseLibrary() throws IOException {
    assertThat(all.getManifest().getMainAttributes().getValue("Implementation-Version"))
        .isNotBlank();
    assertThat(text("META-INF/maven/com.nimbusds/nimbus-jose-jwt/pom.properties"))
        .contains("version=");
  }
}
