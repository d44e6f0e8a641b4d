package io.bearergate.contract.redeploy;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * How many objects of the filter's and the applications' classes live, by the JVM's own count after
 * a full collection, whoever loaded the class.
 *
 * @param byClass a class's name and the number of its instances
 */
record LiveObjects(Map<String, Long> byClass) {

  private static final String APPLICATION = "io.bearergate.contract.redeploy.app.";
  private static final Pattern LINE =
      Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(io\\.bearergate\\.\\S+).*");

  static LiveObjects count() {
    try {
      Object histogram =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
      return of(histogram.toString());
    } catch (JMException e) {
      throw new IllegalStateException("the JVM tells nothing of its heap", e);
    }
  }

  /** The tests' own objects come and go as they like; a lambda's name says nothing. */
  private static boolean isDeployed(String name) {
    boolean ofTests =
        name.startsWith("io.bearergate.contract.") || name.startsWith("io.bearergate.test.");
    return name.startsWith(APPLICATION) || (!ofTests && !name.contains("$$Lambda"));
  }

  private static LiveObjects of(String histogram) {
    return new LiveObjects(
        histogram
            .lines()
            .map(LINE::matcher)
            .filter(line -> line.matches() && isDeployed(line.group(2)))
            .collect(
                Collectors.toMap(
                    line -> line.group(2), line -> Long.valueOf(line.group(1)), Long::sum)));
  }

  private long instancesOf(String name) {
    return byClass.getOrDefault(name, 0L);
  }

  /** What there is more of than there was. */
  Map<String, Long> beyond(LiveObjects before) {
    return byClass.entrySet().stream()
        .map(now -> Map.entry(now.getKey(), now.getValue() - before.instancesOf(now.getKey())))
        .filter(more -> more.getValue() > 0)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
