package io.bearergate;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callConstructorWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the house that a machine can keep. */
class ArchitectureTest {

  private static final String ROOT = "io.bearergate";

  /** What each package may use of the others; arrows point one way only. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry("config", Set.of("policy", "sender", "token", "introspection", "keys", "json")),
          entry("policy", Set.of("token", "rejection")),
          entry("sender", Set.of("http", "token", "keys", "rejection", "event")),
          entry("revocation", Set.of("token")),
          entry("token", Set.of("introspection", "keys", "json", "rejection", "event")),
          entry("introspection", Set.of("keys", "rejection")),
          entry("keys", Set.of("json", "event")),
          entry("jcache", Set.of("sender", "revocation", "token", "introspection")),
          entry("http", Set.of("rejection")),
          entry("event", Set.of("rejection")),
          entry("rejection", Set.of()),
          entry("json", Set.of()));

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/test-support/"))
          .withImportOption(location -> !location.contains("bearergate-test-support"))
          .importPackages(ROOT);

  @Test
  void knowsNoServletAndNoContainer() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta..", "javax.servlet..", "org.eclipse.jetty..", "org.apache..")
        .check(CORE);
  }

  @Test
  void hasNoCycleAmongItsPackages() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CORE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "config",
        "policy",
        "sender",
        "revocation",
        "token",
        "introspection",
        "keys",
        "jcache",
        "http",
        "event",
        "rejection",
        "json"
      })
  void letsEachPackageUseOnlyWhatItsRowNames(String name) {
    String[] allowed =
        MAY_USE.get(name).stream().map(used -> ROOT + "." + used).toArray(String[]::new);
    DescribedPredicate<JavaClass> others =
        resideInAPackage(ROOT + "..")
            .and(not(resideInAnyPackage(allowed)))
            .and(not(resideInAPackage(ROOT + "." + name)));

    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name)
        .should()
        .dependOnClassesThat(others)
        .check(CORE);
  }

  @Test
  void usesTheJoseLibraryAndTheCacheInFourPackagesOnly() {
    noClasses()
        .that(
            not(
                resideInAnyPackage(
                    ROOT + ".token", ROOT + ".introspection", ROOT + ".keys", ROOT + ".sender")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.nimbusds..", "com.github.benmanes..")
        .check(CORE);
  }

  @Test
  void showsNoTypeOfALibraryInAPublicSignature() {
    List<String> foreign =
        publicMethods(ROOT + "..")
            .filter(
                method -> named(method).anyMatch(name -> name.matches("com\\.(nimbusds|github).*")))
            .map(Method::toString)
            .toList();

    assertThat(foreign).isEmpty();
  }

  private static Stream<Method> publicMethods(String packages) {
    return CORE.that(resideInAPackage(packages)).stream()
        .map(JavaClass::reflect)
        .filter(type -> Modifier.isPublic(type.getModifiers()))
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()));
  }

  private static Stream<String> named(Method method) {
    return Stream.concat(Stream.of(method.getReturnType()), Stream.of(method.getParameterTypes()))
        .map(Class::getName);
  }

  @Test
  void readsEnvironmentAndSystemPropertiesInConfigOnly() {
    noClasses()
        .that(not(resideInAPackage(ROOT + ".config")))
        .should(callMethod(System.class, "getenv"))
        .orShould(callMethod(System.class, "getenv", String.class))
        .orShould(callMethod(System.class, "getProperty", String.class))
        .orShould(callMethod(System.class, "getProperties"))
        .check(CORE);
  }

  @Test
  void asksNobodyButItsClockForTheTime() {
    noClasses()
        .should(callMethod(Instant.class, "now"))
        .orShould(callMethod(System.class, "currentTimeMillis"))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Date.class)
        .check(CORE);
  }

  @Test
  void letsNobodyInheritBehaviour() {
    List<String> open =
        CORE.stream()
            .filter(
                type ->
                    type.isTopLevelClass()
                        && !type.isInterface()
                        && !type.getSimpleName().equals("package-info"))
            .map(JavaClass::reflect)
            .filter(type -> !Modifier.isFinal(type.getModifiers()) && !type.isSealed())
            .filter(type -> !type.isEnum())
            .map(Class::getName)
            .toList();

    assertThat(open).isEmpty();
  }

  /**
   * Save the cursor of a reader that lives for one call, and what threads that fetch keys tell each
   * other.
   */
  @Test
  void changesNoField() {
    fields()
        .that()
        .doNotHaveName("at")
        .and(
            not(
                DescribedPredicate.describe(
                    "volatile in keys", ArchitectureTest::isSharedByFetchingThreads)))
        .should()
        .beFinal()
        .check(CORE);
  }

  private static boolean isSharedByFetchingThreads(JavaField field) {
    return field.getModifiers().contains(JavaModifier.VOLATILE)
        && field.getOwner().getPackageName().equals(ROOT + ".keys");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".config",
        ".policy",
        ".sender",
        ".revocation",
        ".token",
        ".introspection",
        ".keys",
        ".http",
        ".event",
        ".rejection",
        ".json"
      })
  void marksEveryPackageForNullChecks(String name) {
    assertThat(CORE.getPackage(ROOT + name).getPackageInfo().isAnnotatedWith(NullMarked.class))
        .isTrue();
  }

  @Test
  void namesTypesForWhatTheyDo() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Processor)")
        .orShould()
        .haveNameMatching(".*\\.(Abstract|Base|Default)[A-Z][^.]*")
        .orShould()
        .resideInAnyPackage(
            "..util..", "..impl..", "..models..", "..exception..", "..enums..", "..common..")
        .check(
            CORE.that(
                not(
                    DescribedPredicate.describe(
                        "Base64Url", type -> type.getSimpleName().equals("Base64Url")))));
  }

  @Test
  void throwsOnlyConfigExceptionAtOthers() {
    classes()
        .that()
        .areAssignableTo(Throwable.class)
        .and()
        .arePublic()
        .should()
        .haveSimpleName("ConfigException")
        .check(CORE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "sender", "revocation", "policy", "rejection"})
  void declaresNoExceptionWhereATokenIsJudged(String name) {
    assertThat(publicMethods(ROOT + "." + name))
        .allSatisfy(method -> assertThat(method.getExceptionTypes()).isEmpty());
  }

  /** Where somebody else is waited for: an issuer, or a store that has no time-outs. */
  @Test
  void startsThreadsWhereOthersAreWaitedForOnly() {
    noClasses()
        .that(not(resideInAnyPackage(ROOT + ".keys", ROOT + ".jcache")))
        .should(callConstructorWhere(target(owner(assignableTo(Thread.class)))))
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.concurrent\\.(Executors|.*Executor.*)")
        .check(CORE);
  }

  @Test
  void keepsNothingPerThread() {
    noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class).check(CORE);
  }

  @Test
  void showsFewerThanHalfOfItsTypes() {
    List<JavaClass> types =
        CORE.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .toList();
    long shown =
        types.stream().filter(type -> Modifier.isPublic(type.reflect().getModifiers())).count();

    assertThat(shown * 2).isLessThan(types.size());
  }
}
