package io.daybreak.sheets.grid;

import java.util.ArrayList;
import java.util.List;

/** Neighbouring rows, counted from 0, the end not included. */
public record Span(int from, int to) {

  public int rows() {
    return to - from;
  }

  Span moved(int rows) {
    return new Span(from + rows, to + rows);
  }

  /** Ascending rows as spans. */
  static List<Span> of(Iterable<Integer> ascending) {
    List<Span> spans = new ArrayList<>();
    for (int row : ascending) {
      int last = spans.size() - 1;
      if (last >= 0 && spans.get(last).to() == row) {
        spans.set(last, new Span(spans.get(last).from(), row + 1));
      } else {
        spans.add(new Span(row, row + 1));
      }
    }
    return spans;
  }

  static int rows(List<Span> spans) {
    return spans.stream().mapToInt(Span::rows).sum();
  }
}
