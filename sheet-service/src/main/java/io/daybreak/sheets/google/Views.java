package io.daybreak.sheets.google;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;

/** Lists that make their elements each time they are asked for. */
final class Views {

  private Views() {}

  static <A, B> List<B> of(List<A> list, Function<A, B> element) {
    return new AbstractList<>() {
      @Override
      public B get(int index) {
        return element.apply(list.get(index));
      }

      @Override
      public int size() {
        return list.size();
      }
    };
  }
}
