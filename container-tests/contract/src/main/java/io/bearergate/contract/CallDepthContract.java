package io.bearergate.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearergate.jakarta.BearergateFilter;
import io.bearergate.test.TestKey;
import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The way from the filter's entry to the signature is short enough to be read at one go.
 *
 * <p>Counted is every frame from {@code BearergateFilter.doFilter}, inclusive, to {@code
 * Signature.verify}, exclusive, whoever's class it is; of classes, each that has one.
 */
public abstract class CallDepthContract extends ContainerContract {

  private static final int MOST_FRAMES = 12;
  private static final int MOST_CLASSES = 6;

  @BeforeAll
  void record() {
    RecordingProvider.register();
  }

  @AfterAll
  void stopRecording() {
    RecordingProvider.unregister();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "ES256", "EdDSA"})
  void verifiesSignatureCloseToFilterEntry(String algorithm) {
    TestKey key = TestKey.generate(algorithm, algorithm);
    try (TestApi measured = measured(key)) {
      assertThat(measured.get("/a", measured.token()).status()).isEqualTo(200);
    }

    List<StackFrame> way = fromFilterToSignature(RecordingProvider.lastVerification());
    report(algorithm, way);

    assertThat(way).hasSizeBetween(1, MOST_FRAMES);
    assertThat(classes(way)).isLessThanOrEqualTo(MOST_CLASSES);
  }

  private TestApi measured(TestKey key) {
    TestApi.Plan plan = api().serving("/*", new Echo("other"));
    plan.issuer().add(key);
    return plan.start();
  }

  /** Innermost first: what lies between the JDK's signature and the container. */
  private static List<StackFrame> fromFilterToSignature(List<StackFrame> stack) {
    List<StackFrame> callers =
        stack.stream()
            .dropWhile(frame -> !isVerify(frame))
            .dropWhile(CallDepthContract::isSignature)
            .toList();
    int filter = callers.size() - 1;
    while (filter > 0 && !isFilterEntry(callers.get(filter))) {
      filter--;
    }
    return callers.subList(0, callers.isEmpty() ? 0 : filter + 1);
  }

  private static boolean isVerify(StackFrame frame) {
    return frame.getClassName().equals("java.security.Signature")
        && frame.getMethodName().equals("verify");
  }

  private static boolean isSignature(StackFrame frame) {
    return frame.getClassName().startsWith("java.security.Signature");
  }

  private static boolean isFilterEntry(StackFrame frame) {
    return frame.getClassName().equals(BearergateFilter.class.getName())
        && frame.getMethodName().equals("doFilter");
  }

  private static long classes(List<StackFrame> way) {
    return way.stream().map(StackFrame::getClassName).distinct().count();
  }

  private static void report(String algorithm, List<StackFrame> way) {
    String names =
        way.stream()
            .map(
                frame -> frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName())
            .collect(Collectors.joining(" < "));
    System.out.printf(
        "%s: %d frames, %d classes from filter entry to Signature.verify: %s%n",
        algorithm, way.size(), classes(way), names);
  }
}
