package io.daybreak.simulators.naver.entity;

import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.naver.refusal.Refusals;
import io.daybreak.simulators.naver.refusal.RefusedException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for: {@code recordSize} (1 to 1000) entities after or before the
 * one with {@code baseSearchId}.
 *
 * @param size what NAVER does without a {@code recordSize} is not documented; this simulator gives
 *     the largest page and not everything, so that a client that does not page is found out
 */
record Page(int size, @Nullable String base, boolean backwards) {

  private static final int LARGEST = 1_000;

  static Page of(Call call) {
    String selector = Objects.requireNonNullElse(call.parameter("selector"), "NEXT");
    if (!selector.equals("NEXT") && !selector.equals("PREVIOUS")) {
      throw new RefusedException(Refusals.badParameter());
    }
    return new Page(size(call), call.parameter("baseSearchId"), selector.equals("PREVIOUS"));
  }

  private static int size(Call call) {
    String text = Objects.requireNonNullElse(call.parameter("recordSize"), "" + LARGEST);
    try {
      int size = Integer.parseInt(text);
      if (size >= 1 && size <= LARGEST) {
        return size;
      }
    } catch (NumberFormatException notANumber) {
      // refused below, like a number out of range
    }
    throw new RefusedException(Refusals.badParameter());
  }

  <T> List<T> cut(List<T> all, Function<T, String> id) {
    if (base == null) {
      return all.subList(0, Math.min(size, all.size()));
    }
    int at = all.stream().map(id).toList().indexOf(base);
    if (at < 0) {
      throw new RefusedException(Refusals.badParameter());
    }
    return backwards
        ? all.subList(Math.max(0, at - size), at)
        : all.subList(at + 1, Math.min(at + 1 + size, all.size()));
  }
}
