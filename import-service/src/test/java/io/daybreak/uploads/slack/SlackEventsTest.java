package io.daybreak.uploads.slack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.daybreak.imports.testing.Database;
import io.daybreak.kit.retention.Retention;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class SlackEventsTest {

  @Inject Database database;
  @Inject Clock clock;
  @Inject BlockingSql sql;
  @Inject @All List<Retention> tables;

  private final String fileId = "F" + UUID.randomUUID();

  @Test
  void theChallengeIsAnsweredAsItIs() {
    deliver("{\"token\":\"x\",\"challenge\":\"c-1\",\"type\":\"url_verification\"}", 0)
        .statusCode(200)
        .body(equalTo("c-1"));
  }

  @Test
  void aSharedFileIsOneUploadHoweverOftenSlackTells() {
    deliver(shared("Ev1-" + fileId, "U1"), 0).statusCode(200);
    deliver(shared("Ev1-" + fileId, "U1"), 1).statusCode(200);
    underWay();
    deliver(shared("Ev2-" + fileId, "U1"), 0).statusCode(200);

    assertThat(uploads()).isEqualTo(1);
  }

  @Test
  void aFileThatWasRefusedOrFailedIsANewUploadWithEachNewShare() {
    deliver(shared("Ev5-" + fileId, "U1"), 0).statusCode(200);
    ended();
    deliver(shared("Ev5-" + fileId, "U1"), 1).statusCode(200);
    assertThat(uploads()).as("the same event again").isEqualTo(1);
    set("REJECTED");

    deliver(shared("Ev6-" + fileId, "U1"), 0).statusCode(200);
    underWay();
    deliver(shared("Ev7-" + fileId, "U1"), 0).statusCode(200);
    assertThat(uploads()).as("one more, and it is under way").isEqualTo(2);

    set("PASSED");
    deliver(shared("Ev8-" + fileId, "U1"), 0).statusCode(200);
    assertThat(uploads()).as("loaded once").isEqualTo(2);
  }

  @Test
  void aFileThatWasLoadedLongAgoIsNotLoadedAgain() {
    deliver(shared("Ev10-" + fileId, "U1"), 0).statusCode(200);
    ended();
    set("PASSED");
    database.change(
        "update csv_upload set ended_at = now() - interval '9999 days' where file_id = ?", fileId);

    tables.forEach(table -> sql.changed(table.statement(), table.age(), 500));
    deliver(shared("Ev11-" + fileId, "U1"), 0).statusCode(200);

    assertThat(database.column("select state from csv_upload where file_id = ?", fileId))
        .containsExactly("PASSED");
  }

  /** The service has no Slack here, so what it takes up fails; then nobody touches it any more. */
  private void ended() {
    await("the upload ends")
        .until(
            () ->
                database
                    .column(
                        "select id from csv_upload where file_id = ? and ended_at is null", fileId)
                    .isEmpty());
  }

  /** The newest upload is in the hands of somebody who does not let go of it. */
  private void underWay() {
    ended();
    database.change(
        """
        update csv_upload
        set state = 'STORING', ended_at = null, notice_state = 'NONE',
            claimed_by = 'a test', claimed_until = now() + interval '1 hour'
        where file_id = ? and state = 'FAILED'
        """,
        fileId);
  }

  private void set(String state) {
    database.change(
        """
        update csv_upload
        set state = ?, ended_at = now(), notice_state = 'SENT', claimed_by = null, claimed_until = null
        where file_id = ? and state <> 'REJECTED'
        """,
        state,
        fileId);
  }

  @Test
  void aMessageWithoutAFileIsNobodysUpload() {
    deliver(shared("Ev9-" + fileId, "U1").replace("\"file_id\":\"%s\",".formatted(fileId), ""), 0)
        .statusCode(200);

    assertThat(uploads()).isZero();
  }

  @Test
  void whatCannotBeAnEventIsRefusedBeforeItIsRead() {
    String large = " ".repeat(64 * 1024) + "{}";

    deliver(large, 0).statusCode(413);
    given().body(large).post("/slack/events").then().statusCode(401);
    given()
        .header("X-Slack-Signature", "v0=00")
        .body("{}")
        .post("/slack/events")
        .then()
        .statusCode(401);
  }

  @Test
  void theBotsOwnFilesAreNobodysUploads() {
    deliver(shared("Ev3-" + fileId, "UBOT"), 0).statusCode(200);

    assertThat(uploads()).isZero();
  }

  @Test
  void whatSlackDidNotSignIsRefused() {
    String body = shared("Ev4-" + fileId, "U1");
    String old = Long.toString(clock.instant().getEpochSecond() - 301);

    SignedEvent.deliver(body, now(), "v0=00", 0)
        .statusCode(401)
        .body("type", containsString("slack-signature-wrong"));
    SignedEvent.deliver(body, old, 0).statusCode(401);

    assertThat(uploads()).isZero();
  }

  @Test
  void aSignedBodyThatIsNoEventIsRefused() {
    deliver("[]", 0).statusCode(400).body("type", containsString("slack-event-unusable"));
    deliver("{\"type\":", 0).statusCode(400);
  }

  private ValidatableResponse deliver(String body, int retry) {
    return SignedEvent.deliver(body, now(), retry);
  }

  private String shared(String eventId, String user) {
    return SignedEvent.fileShared(eventId, "C1", fileId, user);
  }

  private int uploads() {
    return database.column("select id from csv_upload where file_id = '" + fileId + "'").size();
  }

  private String now() {
    return Long.toString(clock.instant().getEpochSecond());
  }
}
