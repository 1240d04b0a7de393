package io.daybreak.kit.textfile;

import org.jspecify.annotations.Nullable;

/**
 * A cell's value in the one form that programs read, or what is in the cell that its kind of value
 * has not; one of the two is null.
 */
public record CellRead<T>(@Nullable T value, CellFault.@Nullable Found found) {

  static <T> CellRead<T> of(T value) {
    return new CellRead<>(value, null);
  }

  static <T> CellRead<T> wrong(CellFault.Found found) {
    return new CellRead<>(null, found);
  }
}
