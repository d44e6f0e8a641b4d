package io.bearergate.jakarta.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Whoever has no Spring must never meet a class of it. */
class OptionalSpringTest {

  @Test
  void isUsedByNothingOutsideItsPackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.bearergate.jakarta.spring..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "io.bearergate.jakarta.spring..")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.bearergate.jakarta"));
  }
}
