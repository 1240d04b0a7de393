package io.daybreak.orders.listing;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param page number of the page, from 0
 * @param size rows a page holds
 * @param total rows on all pages
 */
public record Listing<T>(List<T> items, int page, int size, long total) {

  public static <E, T> Listing<T> of(
      List<E> rows, PageRequest page, long total, Function<? super E, ? extends T> view) {
    return new Listing<>(rows.stream().<T>map(view).toList(), page.number(), page.size(), total);
  }
}
