package io.bearergate.keys;

import static io.bearergate.keys.TestAccelerators.CONSCRYPT;
import static io.bearergate.keys.TestAccelerators.CORRETTO;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.Provider;
import java.security.Security;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceleratorSearchTest {

  private static final Set<JwsAlgorithm> NATIVE =
      EnumSet.complementOf(EnumSet.of(JwsAlgorithm.ES256K, JwsAlgorithm.EdDSA, JwsAlgorithm.Ed448));

  private static AcceleratorSearch searchFor(Class<?> provider) {
    return new AcceleratorSearch(provider.getClassLoader(), List.of(provider.getName()));
  }

  @Test
  void findsNothingOnAPlainClassPath() {
    AcceleratorSearch search = new AcceleratorSearch(getClass().getClassLoader());

    assertThat(search.isPromising()).isFalse();
    assertThat(search.tested().byAlgorithm()).isEmpty();
  }

  @Test
  void takesEachAcceleratorForEveryAlgorithmButEd448() {
    assertThat(TestAccelerators.corretto().byAlgorithm()).containsOnlyKeys(NATIVE);
    assertThat(TestAccelerators.conscrypt().byAlgorithm()).containsOnlyKeys(NATIVE);
  }

  @Test
  void prefersCorrettoWhereBothAreThere() {
    Accelerators both = TestAccelerators.search(CONSCRYPT, CORRETTO).tested();

    assertThat(both.byAlgorithm().values())
        .extracting(Provider::getName)
        .containsOnly("AmazonCorrettoCryptoProvider");
  }

  @Test
  void leavesTheListOfTheJvmAlone() {
    assertThat(TestAccelerators.corretto().areNone()).isFalse();

    assertThat(Security.getProviders())
        .extracting(Provider::getName)
        .doesNotContain("AmazonCorrettoCryptoProvider", "Conscrypt");
  }

  @Test
  void loadsASecondTimeForTheNextClassLoaderOrDoesWithout() {
    Accelerators again = TestAccelerators.search(CORRETTO).tested();

    assertThat(again.byAlgorithm()).containsOnlyKeys(NATIVE);
  }

  /** As when native code does not load. */
  public static final class Unlinked extends Provider {
    private static final long serialVersionUID = 1;

    public Unlinked() {
      super("Unlinked", "1", "");
      throw new UnsatisfiedLinkError("already loaded in another classloader");
    }
  }

  /** As when its classes do not come up at all. */
  public static final class Uninitialized extends Provider {
    private static final long serialVersionUID = 1;
    private static final int BROKEN = Integer.parseInt("broken");

    public Uninitialized() {
      super("Uninitialized", String.valueOf(BROKEN), "");
    }
  }

  /** As when a native library is missing: no service at all. */
  public static final class Empty extends Provider {
    private static final long serialVersionUID = 1;

    public Empty() {
      super("Empty", "1", "");
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Unlinked.class,
        Uninitialized.class,
        Empty.class,
        FaultyProvider.Throwing.class,
        FaultyProvider.Credulous.class
      })
  void doesWithoutOneThatFailsAndSaysSoOnce(Class<?> broken) {
    try (CapturedLog log = new CapturedLog()) {
      assertThat(searchFor(broken).tested().areNone()).isTrue();

      assertThat(log.warnings())
          .singleElement()
          .asString()
          .startsWith(broken.getName() + " does not verify signatures: ");
    }
  }

  @Test
  void saysWhichProviderVerifiesWhat() {
    assertThat(TestAccelerators.corretto().describe())
        .matches(
            "Signatures are verified by AmazonCorrettoCryptoProvider [0-9.]+ "
                + "\\(RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 Ed25519\\), "
                + "the rest by the JVM's");
    assertThat(Accelerators.NONE.describe())
        .isEqualTo("Signatures are verified by the JVM's providers");
  }

  @Test
  void verifiesByTheJvmUntilTheSearchIsOverAndThenByTheAccelerator() {
    SignatureProviders providers = new SignatureProviders(TestAccelerators.search(CONSCRYPT));

    providers.settled().join();

    assertThat(providers.accelerators().byAlgorithm()).containsOnlyKeys(NATIVE);
  }

  @Test
  void tellsTheLogAtOnceWithoutAnAccelerator() {
    AtomicReference<String> line = new AtomicReference<>();

    SignatureProviders.describe(line::set);

    assertThat(line).hasValue("Signatures are verified by the JVM's providers");
  }
}
