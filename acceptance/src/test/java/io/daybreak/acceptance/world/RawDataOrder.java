package io.daybreak.acceptance.world;

import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.naver.totals.RowFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A raw-data set to be defined.
 *
 * @param days days the first import goes back
 * @param updateDays days every later one goes back
 * @param scheduled whether the morning batch updates it
 */
public record RawDataOrder(
    AccountSpec account,
    RowFormat format,
    String spreadsheet,
    @Nullable String template,
    int days,
    int updateDays,
    boolean scheduled) {

  /** One day in the shortest format, which is all that most proofs need. */
  public static RawDataOrder of(AccountSpec account, String spreadsheet) {
    return new RawDataOrder(account, RowFormat.NSA_CTD, spreadsheet, null, 1, 1, false);
  }

  public RawDataOrder in(RowFormat other) {
    return new RawDataOrder(account, other, spreadsheet, template, days, updateDays, scheduled);
  }

  public RawDataOrder days(int number) {
    return new RawDataOrder(account, format, spreadsheet, template, number, updateDays, scheduled);
  }

  public RawDataOrder updating(int number) {
    return new RawDataOrder(account, format, spreadsheet, template, days, number, scheduled);
  }

  public RawDataOrder withTemplate(String id) {
    return new RawDataOrder(account, format, spreadsheet, id, days, updateDays, scheduled);
  }

  public RawDataOrder everyMorning() {
    return new RawDataOrder(account, format, spreadsheet, template, days, updateDays, true);
  }

  /** Title of the tab that the rows go to. */
  public String tab() {
    return format + "_" + account.customerId();
  }

  Map<String, Object> body(UUID apiKey) {
    Map<String, Object> body = new HashMap<>();
    body.put("apiKeyId", apiKey);
    body.put("customerId", Long.toString(account.customerId()));
    body.put("format", format);
    body.put("spreadsheet", spreadsheet);
    body.put("template", template);
    body.put("historyDays", days);
    body.put("updateDays", updateDays);
    body.put("scheduleEnabled", scheduled);
    return body;
  }
}
