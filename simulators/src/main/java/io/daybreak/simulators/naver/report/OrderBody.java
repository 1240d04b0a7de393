package io.daybreak.simulators.naver.report;

import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.naver.refusal.Refusals;
import io.daybreak.simulators.naver.refusal.RefusedException;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The body of {@code POST /stat-reports}: {@code {"reportTp":"AD_DETAIL","statDt":"20261001"}}.
 *
 * @param day in Asia/Seoul
 */
record OrderBody(ReportType type, LocalDate day) {

  private static final Pattern DAY = Pattern.compile("\\d{8}");
  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

  static OrderBody of(Call call) {
    try {
      JsonObject json = call.body().toJsonObject();
      ReportType type = ReportType.of(json.getString("reportTp")).orElseThrow(OrderBody::malformed);
      return new OrderBody(type, day(Objects.requireNonNull(json.getString("statDt"))));
    } catch (DecodeException
        | DateTimeException
        | ClassCastException
        | NullPointerException wrong) {
      throw malformed();
    }
  }

  private static LocalDate day(String text) {
    if (DAY.matcher(text).matches()) {
      return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }
    if (INSTANT.matcher(text).matches()) {
      return Instant.parse(text).atZone(StatReportJob.SEOUL).toLocalDate();
    }
    throw malformed();
  }

  private static RefusedException malformed() {
    return new RefusedException(Refusals.badParameter());
  }
}
