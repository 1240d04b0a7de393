package io.daybreak.uploads.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.PausableClock;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.work.Claim;
import io.daybreak.kit.work.ClaimLostException;
import io.daybreak.kit.work.ClaimTable;
import io.daybreak.kit.work.Claims;
import io.daybreak.uploads.upload.Upload;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A process that was stopped while it waited for its turn to send a message. Slack is not there, so
 * that a message which left would not end in a lost claim.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class PausedSenderTest {

  @Inject Claims claims;
  @Inject NoticeClaims notices;
  @Inject NoticeDelivery delivery;
  @Inject BlockingSql sql;
  @Inject Database database;
  @Inject PausableClock clock;

  private final UUID id = UUID.randomUUID();
  private Claim<Upload> claim;

  /** Claimed by its id: the service's own sender looks for the oldest meanwhile. */
  @BeforeEach
  void claimed() {
    database.change(
"""
insert into csv_upload (id, file_id, channel_id, state, ended_at, error_code, error_english,
                        error_korean)
values (?, ?, 'C1', 'FAILED', now(), 'INTERNAL', 'No.', '아니요.')
""",
        id,
        "F" + id);
    claim =
        claims
            .claim(
                new ClaimTable("csv_upload", "id"),
                Duration.ofMinutes(1),
                by ->
                    sql.first(
                        """
                        update csv_upload
                        set notice_state = 'WAITING', claimed_by = $2,
                            claimed_until = now() + interval '1 minute'
                        where id = $1
                        returning *
                        """,
                        id,
                        by),
                Upload::of)
            .orElseThrow();
  }

  @Test
  void sendsNothingOnceItsOwnClockSaysThatAnotherMaySendIt() {
    clock.pause(Duration.ofMinutes(5));

    assertThatExceptionOfType(ClaimLostException.class).isThrownBy(() -> delivery.deliver(claim));

    assertThat(state()).isEqualTo("WAITING");
  }

  @Test
  void sendsNothingOnceAnotherHasClaimedTheMessage() {
    database.change("update csv_upload set claimed_by = 'another' where id = ?", id);

    assertThatExceptionOfType(ClaimLostException.class).isThrownBy(() -> delivery.deliver(claim));

    assertThat(state()).isEqualTo("WAITING");
  }

  @Test
  void aMessageWhoseSenderIsGoneIsUnclear() {
    notices.sending(claim);
    claim.close();
    database.change(
        "update csv_upload set claimed_until = now() - interval '1 second' where id = ?", id);

    notices.expire();

    assertThat(state()).isEqualTo("UNCLEAR");
  }

  private String state() {
    return database.column("select notice_state from csv_upload where id = ?", id).get(0);
  }
}
