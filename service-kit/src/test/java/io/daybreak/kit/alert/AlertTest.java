package io.daybreak.kit.alert;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.kit.alert.Change.Announcement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlertTest {

  private static final Duration QUIET = ofMinutes(30);
  private static final Finding BAD = new Finding(3, "셋", "three");
  private static final Finding WORSE = new Finding(9, "아홉", "nine");

  private Instant now = Instant.parse("2026-11-21T00:00:00Z");
  private Alert alert = Alert.quiet("rule");

  @Test
  void aFiringIsToldAtOnceAndThenOnlyAfterTheQuietPeriod() {
    assertThat(find(BAD)).isEqualTo(Announcement.FIRING);

    later(ofMinutes(29));
    assertThat(find(WORSE)).isEqualTo(Announcement.NOTHING);
    assertThat(alert.finding()).isEqualTo(WORSE);

    later(ofMinutes(1));
    assertThat(find(WORSE)).isEqualTo(Announcement.FIRING);
    assertThat(alert.since()).isEqualTo(now.minus(ofMinutes(30)));
  }

  @Test
  void theEndIsToldOnce() {
    find(BAD);
    later(ofMinutes(1));

    assertThat(find(Finding.NONE)).isEqualTo(Announcement.RECOVERY);
    assertThat(find(Finding.NONE)).isEqualTo(Announcement.NOTHING);
    assertThat(alert.state()).isEqualTo(AlertState.RESOLVED);
    assertThat(alert.since()).isEqualTo(now);
  }

  @Test
  void whatFlapsIsToldOnceAQuietPeriod() {
    find(BAD);
    later(ofMinutes(1));
    find(Finding.NONE);
    later(ofMinutes(1));

    assertThat(find(BAD)).isEqualTo(Announcement.NOTHING);
    later(ofMinutes(1));
    assertThat(find(Finding.NONE))
        .as("the end of what nobody was told")
        .isEqualTo(Announcement.NOTHING);

    later(ofMinutes(1));
    find(BAD);
    later(ofMinutes(26));
    assertThat(find(BAD)).isEqualTo(Announcement.FIRING);
    assertThat(find(Finding.NONE)).isEqualTo(Announcement.RECOVERY);
  }

  @Test
  void nothingIsToldOfARuleThatNeverFired() {
    assertThat(find(Finding.NONE)).isEqualTo(Announcement.NOTHING);
    assertThat(alert).isEqualTo(Alert.quiet("rule"));
  }

  private Announcement find(Finding finding) {
    Change change = alert.on(finding, now, QUIET);
    alert = change.next();
    return change.announcement();
  }

  private void later(Duration time) {
    now = now.plus(time);
  }
}
