package io.bearergate.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearergate.policy.Requirement;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityAnnotationsTest {

  @RequiresScope({"a", "b"})
  private static final class Scoped {}

  @RequiresPermission("p")
  @RequiresRole({"r", "s"})
  @RequiresAcr("mfa")
  @RequiresMaxAge("5m")
  private static final class Several {}

  @RolesAllowed({"clerk", "Chief Accountant"})
  private static final class Standard {}

  @RolesAllowed("**")
  private static final class AnyCaller {}

  @RolesAllowed({})
  private static final class NoRole {}

  @DenyAll
  private static final class Denied {}

  @PermitAll
  private static final class Permitted {}

  @Open
  private static final class Opened {}

  private static final class Plain {}

  @RequiresScope("deep")
  @Retention(RetentionPolicy.RUNTIME)
  private @interface Deep {}

  @Deep
  @Cycle
  @Retention(RetentionPolicy.RUNTIME)
  private @interface Between {}

  @Between
  @RequiresRole("round")
  @Retention(RetentionPolicy.RUNTIME)
  private @interface Cycle {}

  @Between
  @RequiresPermission("near")
  private static final class Carried {}

  private static class Parent {}

  @RequiresScope("parent")
  private static class AnnotatedParent extends Parent {}

  private static final class Child extends AnnotatedParent {}

  @Open
  @RequiresScope("a")
  private static final class Contradiction {}

  @PermitAll
  @Deep
  private static final class CarriedContradiction {}

  @RequiresScope({})
  private static final class NoScope {}

  @RequiresRole({})
  @Retention(RetentionPolicy.RUNTIME)
  private @interface Empty {}

  @Empty
  private static final class CarriedNoRole {}

  @RequiresScope("a b")
  private static final class TwoInOne {}

  @RequiresRole(" ")
  private static final class Blank {}

  @RequiresMaxAge("5")
  private static final class NoAge {}

  private static String on(Class<?> type) {
    return SecurityAnnotations.on(type).map(Asked::text).orElse("-");
  }

  @Test
  void readsOurs() {
    assertThat(on(Scoped.class)).isEqualTo("scope a b");
  }

  @Test
  void wantsAllThatStandsOnOneElement() {
    assertThat(on(Several.class)).isEqualTo("permission p, role r s, acr mfa, max-age 5m");
  }

  @Test
  void readsTheStandardOnes() {
    assertThat(on(Standard.class)).isEqualTo("role clerk Chief Accountant");
    assertThat(on(AnyCaller.class)).isEqualTo("token");
    assertThat(on(Denied.class)).isEqualTo("deny");
  }

  @Test
  void admitsNobodyByAnEmptyListOfRoles() {
    assertThat(on(NoRole.class)).isEqualTo("deny");
  }

  @Test
  void asksNothingByOpenAndPermitAll() {
    assertThat(SecurityAnnotations.on(Opened.class)).contains(Asked.NOTHING);
    assertThat(SecurityAnnotations.on(Permitted.class)).contains(Asked.NOTHING);
    assertThat(Asked.NOTHING.requirement()).isInstanceOf(Requirement.Open.class);
  }

  @Test
  void findsNoneWhereNoneStands() {
    assertThat(on(Plain.class)).isEqualTo("-");
    assertThat(on(Child.class)).isEqualTo("-");
  }

  @Test
  void readsWhatOtherAnnotationsCarryHoweverDeepAndInCircles() {
    assertThat(on(Carried.class)).contains("scope deep", "role round", "permission near");
  }

  @Test
  void refusesContradictions() {
    assertThatThrownBy(() -> on(Contradiction.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("contradicts")
        .hasMessageContaining("Contradiction");
    assertThatThrownBy(() -> on(CarriedContradiction.class)).hasMessageContaining("contradicts");
  }

  @ParameterizedTest
  @ValueSource(classes = {TwoInOne.class, Blank.class, NoAge.class})
  void refusesWhatAsksForNothingThatATokenCanHave(Class<?> type) {
    assertThatThrownBy(() -> on(type))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(" on " + type);
  }

  @Test
  void namesTheAnnotationThatNamesNothingAndItsClass() {
    assertThatThrownBy(() -> on(NoScope.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "@RequiresScope on %s: no scope is named. Name one, or remove it.", NoScope.class);
  }

  @Test
  void namesTheAnnotationThatCarriesOneWhichNamesNothing() {
    assertThatThrownBy(() -> on(CarriedNoRole.class))
        .hasMessageStartingWith("@RequiresRole on " + Empty.class + ": no role is named");
  }
}
