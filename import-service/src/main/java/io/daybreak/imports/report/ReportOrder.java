package io.daybreak.imports.report;

import java.time.LocalDate;

/** One day of one report: NAVER's jobs know no ranges. */
public record ReportOrder(ReportType type, LocalDate day) {}
