package io.bearergate.policy;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The right name for a mistyped one. Used by the messages about rules here and about settings in
 * {@code config}, and public for that alone.
 */
public final class NearestName {

  private NearestName() {}

  /**
   * The name that fewest edits make of {@code typed}: a letter added, dropped, changed, or two
   * neighbours swapped.
   *
   * @return empty when even the nearest needs more than one edit for every three letters
   */
  public static Optional<String> to(String typed, Collection<String> names) {
    int most = Math.max(1, typed.length() / 3);
    return names.stream()
        .min(Comparator.comparingInt((String name) -> edits(typed, name)).thenComparing(n -> n))
        .filter(name -> edits(typed, name) <= most);
  }

  /** The optimal string alignment distance, a row for each letter of {@code from}. */
  private static int edits(String from, String to) {
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    Arrays.setAll(last, j -> j);
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(last[j], row[j - 1]));
        if (areSwapped(from, i, to, j)) {
          row[j] = Math.min(row[j], 1 + beforeLast[j - 2]);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[to.length()];
  }

  private static boolean areSwapped(String from, int i, String to, int j) {
    return i > 1
        && j > 1
        && from.charAt(i - 1) == to.charAt(j - 2)
        && from.charAt(i - 2) == to.charAt(j - 1);
  }
}
