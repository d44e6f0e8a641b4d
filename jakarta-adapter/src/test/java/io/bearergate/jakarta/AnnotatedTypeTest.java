package io.bearergate.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import org.junit.jupiter.api.Test;

class AnnotatedTypeTest {

  @RequiresRole("class")
  static class Notes {
    @RequiresScope("method")
    public void method() {}

    @Open
    public void open() {}

    public void plain() {}
  }

  static class Silent extends Notes {
    @Override
    public void method() {}

    @Override
    public void plain() {}
  }

  @RequiresRole("nearer")
  static class Nearer extends Notes {
    @Override
    public void open() {}
  }

  @Open
  static class Lifting extends Notes {}

  interface Api<T> {
    @RequiresScope("create")
    void create(T what);

    @PermitAll
    void list();
  }

  @RequiresRole("side")
  interface Beside {}

  static class ByInterface implements Api<String> {
    @Override
    public void create(String what) {}

    @Override
    public void list() {}
  }

  static class ByTwo extends ByInterface implements Beside {}

  static class Both implements Api<String>, Beside {
    @Override
    public void create(String what) {}

    @Override
    public void list() {}
  }

  private static String of(Class<?> type, String method, Class<?>... parameters) {
    return AnnotatedType.of(type).of(method, parameters).text();
  }

  @Test
  void countsTheMethodBeforeItsClass() {
    assertThat(of(Notes.class, "method")).isEqualTo("scope method");
    assertThat(of(Notes.class, "open")).isEqualTo("nothing");
  }

  @Test
  void countsTheClassWhereTheMethodSaysNothing() {
    assertThat(of(Notes.class, "plain")).isEqualTo("role class");
  }

  @Test
  void inheritsFromMethodAndClassThatAreOverridden() {
    assertThat(of(Silent.class, "method")).isEqualTo("scope method");
    assertThat(of(Silent.class, "plain")).isEqualTo("role class");
    assertThat(of(Silent.class, "open")).isEqualTo("nothing");
  }

  @Test
  void liftsNothingOfANearerClassByAMethodBeyondIt() {
    assertThat(of(Nearer.class, "open")).isEqualTo("role nearer");
    assertThat(of(Nearer.class, "method")).isEqualTo("scope method, role nearer");
    assertThat(of(Nearer.class, "plain")).isEqualTo("role nearer");
  }

  @Test
  void letsAClassLiftWhatItsSuperclassAsks() {
    assertThat(of(Lifting.class, "plain")).isEqualTo("nothing");
    assertThat(of(Lifting.class, "method")).isEqualTo("scope method");
  }

  @Test
  void findsTheMethodOfAGenericInterface() {
    assertThat(of(ByInterface.class, "create", String.class)).isEqualTo("scope create");
    assertThat(of(ByInterface.class, "list")).isEqualTo("nothing");
  }

  @Test
  void wantsWhatTheOtherInterfaceAsksAsAWhole() {
    assertThat(of(Both.class, "list")).isEqualTo("role side");
    assertThat(of(Both.class, "create", String.class)).isEqualTo("scope create, role side");
    assertThat(of(ByTwo.class, "list")).isEqualTo("role side");
  }
}
