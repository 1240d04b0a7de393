package io.daybreak.acceptance.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.acceptance.world.Calls;
import io.daybreak.acceptance.world.InWorld;
import io.daybreak.acceptance.world.Uploads;
import io.daybreak.acceptance.world.World;
import io.daybreak.simulators.access.Person;
import io.daybreak.simulators.kernel.Fault;
import io.daybreak.simulators.kernel.FaultRule;
import io.daybreak.simulators.slack.Access;
import io.daybreak.simulators.slack.Content;
import io.daybreak.simulators.slack.SharedFile;
import io.daybreak.stack.start.SampleTables;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The eleven situations in which people are told ERROR, each with its own words. */
@InWorld
class RejectedUploadIT {

  private static final String GOOD = "id,day,note\n1,2026-11-20,a\n";

  private final World world;
  private final Uploads uploads;

  RejectedUploadIT(World world) {
    this.world = world;
    this.uploads = Uploads.ofPlainTable(world);
  }

  @Test
  void aFileNameWithoutAConfiguration() {
    SharedFile file = uploads.drop("nobody-knows-me.csv", Content.of(GOOD));

    assertThat(uploads.awaitError(file, "FILE_NAME_UNKNOWN"))
        .contains("`nobody-knows-me.csv`", "the tables are:");
  }

  @Test
  void aDifferentHeader() {
    SharedFile file = uploads.drop("id,date,note\n1,2026-11-20,a\n");

    assertThat(uploads.awaitError(file, "HEADER_DIFFERS"))
        .contains("Line 1: column 2 of the header should be `day`");
  }

  @Test
  void aFileWithoutAnyLine() {
    assertThat(uploads.awaitError(uploads.drop(""), "EMPTY_FILE")).contains("has no header");
  }

  @Test
  void anotherNumberOfColumns() {
    SharedFile file = uploads.drop(GOOD + "2,2026-11-20\n");

    assertThat(uploads.awaitError(file, "COLUMN_COUNT_DIFFERS"))
        .contains("Line 3 has 2 columns, the table has 3");
  }

  @Test
  void aValueOfTheWrongTypeWhereTheIndexColumnComesFirst() {
    SharedFile file = uploads.drop(GOOD + "x,not a day,b\n");

    assertThat(uploads.awaitError(file, "VALUE_TYPE"))
        .contains("Line 3, column `id`: the value is not of the type integer");
  }

  @Test
  void manyWrongRowsBecomeOneMessageWithAFile() {
    StringBuilder csv = new StringBuilder(GOOD);
    for (int i = 0; i < 40; i++) {
      csv.append(i).append(",yesterday,b\n");
    }

    uploads.awaitError(uploads.drop(csv.toString()), "BAD_ROWS");

    assertThat(uploads.message()).contains("40 lines are wrong");
    assertThat(uploads.messages().get(0).attachment())
        .contains("line,error,message,설명", "42,VALUE_TYPE")
        .hasLineCount(41);
  }

  @Test
  void aConfigurationThatIsGone() {
    uploads.awaitEnd(uploads.drop(GOOD));
    world
        .s3()
        .buckets()
        .delete(SampleTables.CODE_BUCKET, SampleTables.PREFIX + uploads.table() + ".json");

    SharedFile file = uploads.drop(GOOD);

    assertThat(uploads.awaitEnd(file).path("error").path("kind").asText())
        .isEqualTo("CONFIGURATION_MISSING");
  }

  @Test
  void aConfigurationOfTheWrongShape() {
    uploads.configure("\"colour\": \"red\",");

    assertThat(uploads.awaitError(uploads.drop(GOOD), "CONFIGURATION_INVALID"))
        .contains(uploads.table() + ".json", "`$.options` has a member that does not exist");
  }

  @Test
  void slackShowsALoginPageInsteadOfTheFile() {
    world.slack().access(Access.NO_FILES_HTML);

    assertThat(uploads.awaitError(uploads.drop(GOOD), "SLACK_CREDENTIALS"))
        .contains("HTML instead of the file", "files:read");
  }

  @Test
  void slackSendsToTheLoginPage() {
    world.slack().access(Access.NO_FILES_REDIRECT);

    assertThat(uploads.awaitError(uploads.drop(GOOD), "SLACK_CREDENTIALS"))
        .contains("HTML instead of the file");
  }

  @Test
  void aFileThatWasDeletedWhileItWasRead() {
    world
        .slack()
        .faults()
        .add(FaultRule.on("GET", "/cdn/.*", new Fault.Delay(Duration.ofSeconds(2))));

    SharedFile file = uploads.drop(GOOD);
    await("its content is on the way")
        .until(() -> Calls.in(world.slack().journal()).to("GET", "/cdn/" + file.id()).count() == 1);
    world.slack().workspace().delete(file.id());

    assertThat(uploads.awaitError(file, "FILE_DELETED")).contains("deleted in Slack");
    assertThat(uploads.stored()).isEmpty();
  }

  @Test
  void anUploadThatS3Refuses() {
    world
        .s3()
        .faults()
        .add(
            FaultRule.on("PUT", "/daybreak-lake/proof/.*", new Fault.Status(503, null))
                .where("operation", "PART"));

    assertThat(uploads.awaitError(uploads.drop(GOOD), "STORE_FAILED")).contains("S3 answered 503");
    assertThat(world.s3().journal().entries())
        .filteredOn(entry -> entry.path().contains(uploads.table()))
        .filteredOn(entry -> "PART".equals(entry.identity().get("operation")))
        .hasSize(1);
  }

  @Test
  void anObjectThatIsNotWhereItShouldBe() {
    world
        .s3()
        .faults()
        .add(FaultRule.on("HEAD", "/daybreak-lake/proof/.*", new Fault.Status(404, "")));

    uploads.awaitError(uploads.drop(GOOD), "OBJECT_MISSING");
  }

  @Test
  void aJobThatDoesNotExist() {
    world.glue().jobs().delete(uploads.job());

    assertThat(uploads.awaitError(uploads.drop(GOOD), "JOB_MISSING")).contains(uploads.job());
    assertThat(uploads.stored()).hasSize(1);
  }

  @Test
  void aJobStartWithoutAnAnswerIsLookedUpAndNotMadeAgain() {
    world
        .glue()
        .faults()
        .add(FaultRule.on("POST", "/", new Fault.ResetAfter()).where("operation", "StartJobRun"));

    SharedFile file = uploads.drop(GOOD);

    assertThat(uploads.awaitEnd(file).path("state").asText()).isEqualTo("PASSED");
    assertThat(uploads.runs()).hasSize(1);
    assertThat(uploads.message()).contains("*PASS*", uploads.runs().get(0).id());
  }

  @Test
  void whatIsForNoTableIsNobodysConcern() {
    SharedFile photo = uploads.drop("photo.png", Content.of("\u0089PNG"));
    SharedFile workbook = uploads.drop("somebody's budget.xlsx", Content.of("PK"));

    for (SharedFile file : new SharedFile[] {photo, workbook}) {
      await("it ends")
          .until(() -> uploads.find(file).at("/error/kind").asText().equals("NOT_A_TABLE"));
      assertThat(uploads.find(file).path("notice").asText()).isEqualTo("NONE");
    }
    assertThat(uploads.messages()).isEmpty();
  }

  @Test
  void aWorkbookThatIsCalledLikeATable() {
    SharedFile file = uploads.drop(uploads.table() + ".xlsx", Content.of("PK"));

    assertThat(uploads.awaitError(file, "FILE_NAME_UNKNOWN")).contains("A CSV file is named after");
  }

  @Test
  void aTableThatThisChannelMayNotLoad() {
    uploads.put(
        """
        {"project": "proof", "name": "%s", "access": {"channels": ["CELSEWHERE"]},
         "schema": {"columns": [{"name": "id", "type": "integer", "index": true}]},
         "options": {"targetPath": "s3://daybreak-lake/{project}/{table}/{upload}.csv"}}"""
            .formatted(uploads.table()));

    assertThat(uploads.awaitError(uploads.drop("id\n1\n"), "NOT_ALLOWED")).contains("CELSEWHERE");
    assertThat(uploads.stored()).isEmpty();
  }

  @Test
  void aListThatSlackAcceptsAndDoesNotShowIsSentAsText() {
    world.slack().access(Access.ACCEPTS_AND_SHARES_NOT);

    uploads.awaitEnd(uploads.drop(GOOD + "x,yesterday,b\n".repeat(40)));

    assertThat(uploads.message())
        .contains("40 lines are wrong", "• Line 3, column `id`", "• Line 22, column `id`");
  }

  @Test
  void whatIsWrongIsCorrectedAndTheFileIsSharedAgain() {
    world.glue().jobs().delete(uploads.job());
    SharedFile file = uploads.drop(GOOD);
    uploads.awaitError(file, "JOB_MISSING");
    uploads.createJob();

    world.slack().shareAgain(file);

    await("it is loaded").until(() -> uploads.runs().size() == 1);
    await("people are told").until(() -> uploads.messages().size() == 2);
    assertThat(uploads.messages().get(1).text()).contains("*PASS*");
  }

  @Test
  void anOperatorGoesOnWithAnUploadWhoseJobWasMissing() {
    world.glue().jobs().delete(uploads.job());
    SharedFile file = uploads.drop(GOOD);
    uploads.awaitError(file, "JOB_MISSING");
    uploads.createJob();

    String id = uploads.find(file).path("id").asText();
    world.client(Person.OPERATOR).post("/api/csv-uploads/" + id + "/sync", "").expect(200);

    await("it is loaded").until(() -> uploads.find(file).path("state").asText().equals("PASSED"));
    assertThat(uploads.runs()).hasSize(1);
    assertThat(uploads.stored()).hasSize(1);
  }
}
