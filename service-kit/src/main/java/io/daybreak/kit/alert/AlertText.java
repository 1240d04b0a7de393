package io.daybreak.kit.alert;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the one message that an evaluation tells, in Korean and English. */
final class AlertText {

  private static final DateTimeFormatter SEOUL =
      DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneId.of("Asia/Seoul"));

  private AlertText() {}

  /**
   * @param changes those that are to be told; at least one
   */
  static String of(String service, List<Change> changes) {
    return changes.stream()
        .map(AlertText::line)
        .collect(Collectors.joining("\n", "*" + service + "*\n", ""));
  }

  private static String line(Change change) {
    Alert alert = change.next();
    Finding finding = alert.finding();
    return change.announcement() == Change.Announcement.RECOVERY
        ? ":white_check_mark: `%s` 해소되었습니다. / Over: %s".formatted(alert.rule(), finding.english())
        : ":rotating_light: `%s` ×%d, %s부터\n%s\n%s"
            .formatted(
                alert.rule(),
                finding.count(),
                time(alert.since()),
                finding.korean(),
                finding.english());
  }

  private static String time(Instant moment) {
    return SEOUL.format(moment);
  }
}
