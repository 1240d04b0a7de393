package io.daybreak.uploads.upload;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.Person;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.QueueProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Uploads whose message died on its queue; Slack is not there. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class DeadUploadTest {

  @Inject Database database;

  private final UUID upload = UUID.randomUUID();

  @Test
  void oneThatNobodyBeganIsBegun() {
    store("RECEIVED", null, null);

    dies();

    assertThat(outcome()).startsWith("SYNCED The upload is");
    await("it ends").atMost(ofSeconds(20)).until(() -> state().equals("FAILED"));
  }

  @Test
  void oneWhoseWorkerIsGoneEnds() {
    store("CLAIMED", "gone", "-1 second");

    dies();

    assertThat(outcome()).isEqualTo("SYNCED The upload is FAILED.");
    assertThat(error()).isEqualTo("WORKER_LOST");
  }

  @Test
  void oneThatAWorkerHasInHandStaysThere() {
    store("STORING", "alive", "1 hour");

    dies();

    assertThat(outcome()).isEqualTo("SYNCED The upload is STORING.");
    assertThat(state()).isEqualTo("STORING");
  }

  @Test
  void oneThatNobodyKnowsWaitsForAPerson() {
    dies();

    assertThat(outcome()).startsWith("FAILED").contains("No such upload");
  }

  @Test
  void operatorsAndServicesCanSynchroniseAsWell() {
    store("CLAIMED", "gone", "-1 second");
    String sync = "/api/csv-uploads/" + upload + "/sync";
    Person.marketer().request().post(sync).then().statusCode(403);

    Person.operator().request().post(sync).then().statusCode(200);
    Person.service().request().post(sync).then().statusCode(200);

    assertThat(state()).isEqualTo("FAILED");
  }

  /** As a process that stopped, or works, has left it. */
  private void store(String state, String worker, String leaseLeft) {
    database.change(
        "insert into csv_upload (id, file_id, channel_id, state, claimed_by, claimed_until, target)"
            + " values (?, ?, 'C1', ?, ?, now() + ?::text::interval, ?)",
        upload,
        "F" + upload,
        state,
        worker,
        leaseLeft,
        "s3://lake/" + upload);
  }

  private void dies() {
    try (QueueProbe probe = new QueueProbe()) {
      probe.putDeadLetter(
          Queue.CSV_UPLOADS, "", "CsvUploadReceived", "{\"uploadId\":\"%s\"}".formatted(upload));
    }
  }

  private String outcome() {
    await("the letter").atMost(ofSeconds(20)).until(() -> letters() == 1);
    return database
        .column(
            "select state || ' ' || outcome from dead_letter where body like '%' || ? || '%'",
            upload.toString())
        .get(0);
  }

  private long letters() {
    return database.number(
        "select count(*) from dead_letter where body like '%' || ? || '%' and outcome is not null",
        upload.toString());
  }

  private String state() {
    return database.column("select state from csv_upload where id = ?", upload).get(0);
  }

  private String error() {
    return database.column("select error_code from csv_upload where id = ?", upload).get(0);
  }
}
