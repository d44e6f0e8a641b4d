package io.bearergate.benchmarks.jmh;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Has JMH run a lane. */
final class Harness {

  private static final String CLASS_PATH = "java.class.path";

  private Harness() {}

  /** Each case in a JVM of its own with the lane's provider on its class path. */
  static Map<Case, Sample> measure(Lane lane, String classPath) throws RunnerException {
    System.setProperty(CLASS_PATH, classPath); // JMH hands its own on to the JVMs it starts
    return run(
        lane,
        options(lane)
            .forks(1)
            .warmupIterations(6) // shorter, and the compiler's work is counted as the code's
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(3)
            .measurementTime(TimeValue.milliseconds(500))
            .jvmArgsAppend("-Xms1g", "-Xmx1g"));
  }

  /** Each case a moment in this JVM: whether it works, not how fast. */
  static Map<Case, Sample> check(Lane lane) throws RunnerException {
    return run(
        lane,
        options(lane)
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(10)));
  }

  private static ChainedOptionsBuilder options(Lane lane) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + lane.benchmark() + "\\.")
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .threads(1)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuPerOperation.class);
    lane.parameters().forEach((name, values) -> options.param(name, values.toArray(String[]::new)));
    return options;
  }

  private static Map<Case, Sample> run(Lane lane, ChainedOptionsBuilder options)
      throws RunnerException {
    Map<Case, Sample> found = new LinkedHashMap<>();
    for (RunResult result : new Runner(options.build()).run()) {
      found.put(caseOf(result.getParams(), lane.provider()), sample(result));
    }
    return found;
  }

  private static Case caseOf(BenchmarkParams params, SignatureProvider provider) {
    Map<String, String> parameters = new HashMap<>();
    params.getParamsKeys().forEach(key -> parameters.put(key, params.getParam(key)));
    String name = params.getBenchmark();
    String packageName = Harness.class.getPackageName();
    return new Case(name.substring(packageName.length() + 1), provider, parameters);
  }

  private static Sample sample(RunResult result) {
    return new Sample(
        secondary(result, CpuPerOperation.RESULT),
        result.getPrimaryResult().getScore(),
        secondary(result, "gc.alloc.rate.norm"));
  }

  private static double secondary(RunResult result, String name) {
    return result.getSecondaryResults().get(name).getScore();
  }
}
