package io.bearergate.sample;

import static java.util.stream.Collectors.joining;

import io.bearergate.sample.Stage.Ports;
import io.bearergate.sample.flow.Flow;
import io.bearergate.sample.flow.Landscape;
import io.bearergate.sample.flow.Outcome;
import io.bearergate.sample.flow.Surroundings;
import io.bearergate.sample.issuer.VirtualClock;
import io.bearergate.sample.playground.Debugger;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code bin/demo}: shows the filter at work, to be tried by hand or flow by flow. */
public final class Demo {

  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  /** What the filter tells of its keys would stand between the lines of the demonstration. */
  private static final Logger FILTER_LOG = Logger.getLogger("io.bearergate");

  private final PrintStream out;
  private final PrintStream err;

  private final Surroundings surroundings;

  Demo(PrintStream out, PrintStream err) {
    this(out, err, Surroundings.REAL);
  }

  /**
   * One elsewhere.
   *
   * @param surroundings of walks at other servers
   */
  Demo(PrintStream out, PrintStream err, Surroundings surroundings) {
    this.out = out;
    this.err = err;
    this.surroundings = surroundings;
  }

  /** Runs it and exits: 0 if all held, 1 if not, 2 for a command line that makes no sense. */
  public static void main(String[] words) {
    FILTER_LOG.setLevel(Level.WARNING);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(new Demo(out, err).run(List.of(words), System.getenv()));
  }

  int run(List<String> words, Map<String, String> environment) {
    try {
      return run(DemoOptions.parse(words, environment));
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      err.print(DemoOptions.USAGE);
      return MISUSED;
    } catch (UncheckedIOException e) {
      err.println(e.getMessage() + " Choose others with --port, --issuer-port and --backend-port.");
      return FAILED;
    }
  }

  private int run(DemoOptions options) {
    if (options.other().isPresent()) {
      return walkElsewhere(options.other().get(), options.flow().orElseThrow(), options.json());
    }
    return switch (options.act()) {
      case HELP -> help();
      case SERVE -> serve(options.ports());
      case WALK_ONE -> walkOne(options.flow().orElseThrow(), options.json());
      case WALK_ALL -> walkAll(options.json());
    };
  }

  private int help() {
    out.print(DemoOptions.USAGE);
    return OK;
  }

  private int serve(Ports ports) {
    Stage stage = Stage.open(ports, clock(), Debugger.ON);
    CountDownLatch interrupted = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stage.close();
                  interrupted.countDown();
                },
                "demo-stop"));
    out.print(Welcome.to(stage));
    try {
      interrupted.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return OK;
  }

  private int walkOne(String name, boolean json) {
    Flow flow = flow(name);
    try (Stage stage = Stage.open(Ports.ephemeral(), clock())) {
      Landscape landscape = json ? stage.landscape() : stage.landscape().watchedBy(out::println);
      return new Report(out, json).of(flow.in(landscape)) ? OK : FAILED;
    }
  }

  private int walkElsewhere(OtherServer server, String name, boolean json) {
    Outcome outcome =
        new OtherServerWalk(server, surroundings, InstantSource.system(), json ? err : out)
            .of(flow(name));
    boolean held = new Report(out, json).of(outcome);
    if (!held) {
      err.println(outcome.flow().name() + " at " + server.issuer() + ": " + outcome.answer());
    }
    return held ? OK : FAILED;
  }

  private static Flow flow(String name) {
    return Flow.named(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no flow " + name + ". There are: " + names() + "."));
  }

  private static String names() {
    return Flow.all().stream()
        .map(flow -> flow.name() + " (" + flow.id() + ")")
        .collect(joining(", "));
  }

  private int walkAll(boolean json) {
    try (Stage stage = Stage.open(Ports.ephemeral(), clock())) {
      List<Outcome> outcomes = Flow.all().stream().map(flow -> flow.in(stage.landscape())).toList();
      return new Report(out, json).of(outcomes) ? OK : FAILED;
    }
  }

  private static VirtualClock clock() {
    return VirtualClock.runningWith(InstantSource.system());
  }
}
