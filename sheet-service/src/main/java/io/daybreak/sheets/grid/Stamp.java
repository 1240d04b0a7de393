package io.daybreak.sheets.grid;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a publication says of itself: in row 1 as of when the rows are and which days are not there
 * in full, and in the tab's mark which run it was.
 *
 * @param notice what row 1 says in any case
 * @param missing days without figures
 * @param doubtful days whose figures are probably not complete
 */
public record Stamp(
    UUID run, String notice, Instant at, List<LocalDate> missing, List<LocalDate> doubtful) {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy-MM-dd HH'시'");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final int DAYS_NAMED = 10;

  public Stamp {
    missing = List.copyOf(missing);
    doubtful = List.copyOf(doubtful);
  }

  /** Row 1: the notice, then the hour; the note has the second. */
  String text() {
    StringBuilder text = new StringBuilder(notice);
    text.append(" | 갱신 / Updated: ").append(HOUR.format(seoul())).append(" (KST)");
    append(text, "빠진 날 / Missing", missing);
    append(text, "불완전할 수 있는 날 / Perhaps incomplete", doubtful);
    return text.toString();
  }

  /** The note at row 1. */
  String note() {
    return "마지막으로 성공한 갱신 / Last successful update: %s KST".formatted(SECOND.format(seoul()));
  }

  private ZonedDateTime seoul() {
    return at.atZone(SEOUL);
  }

  private static void append(StringBuilder text, String label, List<LocalDate> days) {
    if (!days.isEmpty()) {
      text.append(" | ")
          .append(label)
          .append(": ")
          .append(
              days.stream()
                  .sorted()
                  .limit(DAYS_NAMED)
                  .map(LocalDate::toString)
                  .collect(Collectors.joining(", ")));
      if (days.size() > DAYS_NAMED) {
        text.append(", … (%d)".formatted(days.size()));
      }
    }
  }
}
