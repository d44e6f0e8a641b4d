package io.bearergate.benchmarks.jmh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/**
 * Cost against how many there are of something.
 *
 * @param name of the picture's file
 * @param benchmark whose one parameter is drawn
 * @param title over the picture
 */
record Curve(String name, String benchmark, String parameter, String title) {

  static List<Curve> all() {
    return List.of(
        new Curve("by-keys", "ByKeys.verify", "keys", "RS256 token never seen before"),
        new Curve("by-issuers", "ByIssuers.verify", "issuers", "RS256 token never seen before"),
        new Curve("by-rules", "ByRules.decide", "rules", "decision on a token seen before"),
        new Curve(
            "by-tokens",
            "ByTokens.verify",
            "tokens",
            "ES256 token of so many in turn, token-cache=10000"));
  }

  private record Point(double count, double micros) {}

  /** Draws it into {@code folder}. */
  void draw(Results results, Path folder) throws IOException {
    List<Point> points = points(results);
    XYChart chart =
        new XYChartBuilder()
            .width(720)
            .height(360)
            .title(title)
            .xAxisTitle("number of " + parameter)
            .yAxisTitle("CPU µs")
            .build();
    chart.getStyler().setLegendVisible(false);
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setXAxisLogarithmic(benchmark.startsWith("ByTokens"));
    chart.addSeries(
        name,
        points.stream().mapToDouble(Point::count).toArray(),
        points.stream().mapToDouble(Point::micros).toArray());
    ImageIO.write(
        BitmapEncoder.getBufferedImage(chart), "png", folder.resolve(name + ".png").toFile());
  }

  private List<Point> points(Results results) {
    return results.all().keySet().stream()
        .filter(known -> known.benchmark().equals(benchmark))
        .map(known -> new Point(count(known.parameters()), results.cpuMicros(known).median()))
        .sorted(Comparator.comparingDouble(Point::count))
        .toList();
  }

  private double count(Map<String, String> parameters) {
    String count = parameters.get(parameter);
    if (count == null) {
      throw new IllegalStateException(benchmark + " has no parameter " + parameter);
    }
    return Double.parseDouble(count);
  }
}
