package io.daybreak.simulators.naver.report;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The report types NAVER offers today, with the days it keeps their numbers. */
public enum ReportType {
  AD(365),
  AD_DETAIL(180),
  AD_CONVERSION(365),
  AD_CONVERSION_DETAIL(45),
  ADEXTENSION(365),
  ADEXTENSION_CONVERSION(365),
  EXPKEYWORD(365),
  SHOPPINGKEYWORD_DETAIL(180),
  SHOPPINGKEYWORD_CONVERSION_DETAIL(45),
  SHOPPINGBRANDPRODUCT(365),
  SHOPPINGBRANDPRODUCT_CONVERSION(365),
  CRITERION(365),
  CRITERION_CONVERSION(365);

  private final int retentionDays;

  ReportType(int retentionDays) {
    this.retentionDays = retentionDays;
  }

  /** How many days back from today a report can be ordered for. */
  public int retentionDays() {
    return retentionDays;
  }

  static Optional<ReportType> of(@Nullable String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }
}
