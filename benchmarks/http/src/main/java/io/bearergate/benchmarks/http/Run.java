package io.bearergate.benchmarks.http;

import io.bearergate.benchmarks.http.load.Rate;
import io.bearergate.benchmarks.http.load.Tokens;
import io.bearergate.benchmarks.http.load.Wrk;
import io.bearergate.test.TestIssuer;
import io.bearergate.test.TestKey;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs experiments: all of an experiment's servers are up at once, and are loaded in turn. */
record Run(Plan plan, Path directory) {

  List<Measured> of(Experiment experiment) throws IOException {
    try (TestIssuer issuer = TestIssuer.start()) {
      TestKey first = issuer.key();
      if (!first.algorithm().equals(experiment.algorithm())) {
        issuer.add(TestKey.generate(experiment.algorithm(), "key-2"));
        issuer.remove(first);
      }
      Workplace workplace = Workplace.of(issuer, directory.resolve(experiment.name()));
      return at(workplace, experiment);
    }
  }

  private List<Measured> at(Workplace workplace, Experiment experiment) throws IOException {
    say("%s: signing tokens", experiment.title());
    Tokens tokens =
        Tokens.mint(
            workplace.issuer(),
            workplace.directory().resolve("tokens"),
            experiment.repeated() ? 1 : plan.tokens());
    List<Target> targets = new ArrayList<>();
    try {
      Answers answers = new Answers(workplace.issuer(), HttpClient.newHttpClient());
      for (Peer peer : experiment.peers()) {
        Target target = Target.start(peer, workplace);
        targets.add(target);
        answers.verify(target);
      }
      return loaded(experiment, targets.stream().map(each -> new Course(each, tokens)).toList());
    } finally {
      targets.forEach(Target::close);
    }
  }

  private List<Measured> loaded(Experiment experiment, List<Course> courses) throws IOException {
    Wrk wrk = Wrk.in(directory);
    if (plan.warmUpSeconds() > 0) {
      say("%s: warming up %d servers", experiment.title(), courses.size());
      for (Course course : courses) {
        course.warmUp(wrk, plan.warmUpSeconds());
      }
    }
    for (int round = 0; round < plan.throughput().rounds(); round++) {
      say("%s: throughput, round %d", experiment.title(), round + 1);
      for (Course course : experiment.rotated(courses, round)) {
        course.saturate(wrk, plan.throughput().seconds());
      }
    }
    Rate rate = plan.rate(experiment);
    for (int round = 0; round < plan.latency().rounds(); round++) {
      say("%s: latency, round %d", experiment.title(), round + 1);
      for (Course course : experiment.rotated(courses, round)) {
        course.keepSchedule(rate);
      }
    }
    List<Measured> measured = new ArrayList<>();
    for (Course course : courses) {
      measured.add(course.measured());
    }
    return measured;
  }

  static void say(String text, Object... values) {
    System.err.println(String.format(Locale.ROOT, text, values));
  }
}
