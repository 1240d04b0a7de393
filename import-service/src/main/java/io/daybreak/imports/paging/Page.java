package io.daybreak.imports.paging;

import java.util.List;

/**
 * A piece of a list.
 *
 * @param page number of the piece, from 0
 * @param size items a piece has at most
 * @param total items of the whole list
 */
public record Page<T>(List<T> items, int page, int size, long total) {

  public Page {
    items = List.copyOf(items);
  }
}
