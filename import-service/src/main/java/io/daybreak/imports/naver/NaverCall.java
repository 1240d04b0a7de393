package io.daybreak.imports.naver;

import java.util.Locale;

/** The kinds of calls, as metrics and reasons name them. */
public enum NaverCall {
  ORDER_REPORT(true),
  LIST_REPORTS(true),
  DOWNLOAD_REPORT(true),
  DELETE_REPORT(true),
  ORDER_MASTER(true),
  LIST_MASTERS(true),
  DOWNLOAD_MASTER(true),
  CAMPAIGNS(false),
  AD_GROUPS(false),
  KEYWORDS(false),
  ACCOUNTS(false);

  private final boolean aboutReports;

  NaverCall(boolean aboutReports) {
    this.aboutReports = aboutReports;
  }

  /** NAVER limits calls about reports more tightly than the others. */
  boolean aboutReports() {
    return aboutReports;
  }

  /** {@code order report} and its like. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
