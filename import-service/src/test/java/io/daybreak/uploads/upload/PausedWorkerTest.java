package io.daybreak.uploads.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.PausableClock;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.work.Claim;
import io.daybreak.kit.work.ClaimLostException;
import io.daybreak.uploads.warehouse.Target;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A worker that was stopped for so long that another one has its upload. Glue is not there. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class PausedWorkerTest {

  @Inject UploadClaims claims;
  @Inject JobStarter starter;
  @Inject Database database;
  @Inject PausableClock clock;

  private final UUID id = UUID.randomUUID();
  private final Target target = Target.of("s3://lake/" + id);
  private Claim<Upload> claim;

  @BeforeEach
  void claimed() {
    database.change(
        "insert into csv_upload (id, file_id, channel_id, target, job) values (?, ?, 'C1', ?, 'j')",
        id,
        "F" + id,
        target.toString());
    claim = claims.claim(id).orElseThrow();
    database.change("update csv_upload set state = 'STORED' where id = ?", id);
  }

  @Test
  void doesNotStartTheJobOnceAnotherHasTakenTheUploadOver() {
    database.change(
        "update csv_upload set claimed_until = now() - interval '1 second' where id = ?", id);
    Claim<Upload> heir = claims.takeOver(id).orElseThrow();

    assertThatExceptionOfType(ClaimLostException.class)
        .isThrownBy(() -> starter.start(claim, "j", target));

    assertThat(state()).isEqualTo("STORED");
    assertThat(heir.held()).isTrue();
    assertThat(heir.token()).isGreaterThan(claim.token());
    heir.close();
  }

  @Test
  void doesNotStartTheJobOnceItsOwnClockSaysThatAnotherMayHaveIt() {
    clock.pause(Duration.ofMinutes(5));

    assertThatExceptionOfType(ClaimLostException.class)
        .isThrownBy(() -> starter.start(claim, "j", target));

    assertThat(state()).isEqualTo("STORED");
  }

  private String state() {
    return database.column("select state from csv_upload where id = ?", id).get(0);
  }
}
