package io.daybreak.simulators.naver.totals;

import io.daybreak.simulators.naver.performance.Place;
import java.util.List;
import java.util.Locale;

/**
 * What one row of a raw-data format stands for, written down a second time on purpose: a check that
 * asked the services for their own definition would agree with their mistakes.
 */
public enum RowFormat {
  NSA_CTD {
    @Override
    List<String> key(Place at) {
      return List.of(day(at), hour(at), device(at), campaign(at));
    }
  },
  NSA_GTD {
    @Override
    List<String> key(Place at) {
      return List.of(day(at), hour(at), device(at), campaign(at), adGroup(at));
    }
  },
  NSA_TD {
    @Override
    List<String> key(Place at) {
      return List.of(day(at), hour(at), device(at), campaign(at), adGroup(at), keyword(at));
    }
  },
  NSA_T {
    @Override
    List<String> key(Place at) {
      return List.of(day(at), campaign(at), adGroup(at), keyword(at));
    }
  };

  /**
   * The row's dimensions in the order of the tab's columns, without the names: day as {@code
   * 2026-11-20}, hour as {@code 0} to {@code 23}, device as {@code PC} or {@code MOBILE}, ids.
   */
  abstract List<String> key(Place at);

  private static String day(Place at) {
    return at.day().toString();
  }

  private static String hour(Place at) {
    return String.format(Locale.ROOT, "%d", at.hour());
  }

  private static String device(Place at) {
    return at.device() == 'P' ? "PC" : "MOBILE";
  }

  private static String campaign(Place at) {
    return at.target().adGroup().campaign().id();
  }

  private static String adGroup(Place at) {
    return at.target().adGroup().id();
  }

  private static String keyword(Place at) {
    return at.target().keywordId();
  }
}
