package io.bearergate.contract.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;

/** The table that a page has from earlier runs, taken apart into its columns. */
final class EarlierTable {

  private EarlierTable() {}

  /** One for each server, with what is still a row; none from a page without a table. */
  static List<Properties> columns(Path page) throws IOException {
    List<List<String>> rows =
        Files.readAllLines(page).stream()
            .dropWhile(line -> !line.equals("<!-- table -->"))
            .takeWhile(line -> !line.equals("<!-- end of the table -->"))
            .filter(line -> line.startsWith("| "))
            .map(EarlierTable::cells)
            .toList();
    int cells = rows.isEmpty() ? 0 : rows.get(0).size();
    return IntStream.range(1, cells).mapToObj(cell -> column(rows, cell)).toList();
  }

  private static Properties column(List<List<String>> rows, int cell) {
    Map<String, String> titles = Table.titles();
    Properties column = new Properties();
    for (List<String> row : rows) {
      titles.forEach(
          (key, title) -> {
            if (title.equals(row.get(0))) {
              column.setProperty(key, row.get(cell));
            }
          });
    }
    return column;
  }

  private static List<String> cells(String row) {
    return List.of(row.substring(2, row.length() - 2).split(" \\| ", -1));
  }
}
