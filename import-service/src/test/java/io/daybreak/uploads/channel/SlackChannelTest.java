package io.daybreak.uploads.channel;

import static io.daybreak.imports.testing.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.Person;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.uploads.slack.SignedEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/** Whose files are: those of the organisation that has the channel when they are shared. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class SlackChannelTest {

  @Inject Database database;
  @Inject Clock clock;

  private final Person operator = Person.operator();
  private final Person minji = Person.marketer();
  private final Person juno = Person.marketer();
  private final String channel =
      "C" + UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase(Locale.ROOT);

  @Test
  void aFileOfAChannelThatNobodyHasIsSeenByOperatorsOnly() {
    String upload = share();

    seenBy(minji, empty());
    minji.request().get("/api/csv-uploads/" + upload).then().statusCode(404);
    operator
        .request()
        .get("/api/csv-uploads/" + upload)
        .then()
        .statusCode(200)
        .body("organisationId", nullValue());
    operator
        .request()
        .get("/api/slack-channels?size=200")
        .then()
        .body("items.id", hasItem(channel));
  }

  @Test
  void whatWasSharedBeforeAnybodyHadTheChannelGoesToTheFirstThatGetsIt() {
    String before = share();

    connect(minji).then().statusCode(204);
    String after = share();

    seenBy(minji, containsInAnyOrder(before, after));
    seenBy(juno, empty());
    minji
        .request()
        .get("/api/slack-channels")
        .then()
        .body("items.id", contains(channel))
        .body("items[0].organisationId", equalTo(minji.organisation()));
    juno.request()
        .get("/api/slack-channels")
        .then()
        .body("items", empty())
        .body("total", equalTo(0));
  }

  @Test
  void filesStayWithTheOrganisationThatHadTheChannelWhenTheyWereShared() {
    connect(minji).then().statusCode(204);
    String minjis = share();

    connect(juno).then().statusCode(204);
    String junos = share();
    seenBy(minji, contains(minjis));
    seenBy(juno, contains(junos));

    operator.request().delete("/api/slack-channels/" + channel).then().statusCode(204);
    share();
    seenBy(minji, contains(minjis));
    seenBy(juno, contains(junos));
    assertThat(
            database.column(
                "select coalesce(before ->> 'organisationId', '-') from audit_entry"
                    + " where object = ? order by id",
                channel))
        .containsExactly("-", minji.organisation(), "-");
  }

  @Test
  void onlyOperatorsConnectAndOnlyWithAnOrganisationThatIsThere() {
    minji
        .request()
        .body(Map.of("organisationId", minji.organisation()))
        .put("/api/slack-channels/" + channel)
        .then()
        .statusCode(403);
    problem(put(UUID.randomUUID().toString()), 404, "organisation-not-found");
    problem(
        operator.request().delete("/api/slack-channels/" + channel),
        404,
        "slack-channel-not-found");
    operator
        .request()
        .body(Map.of("organisationId", minji.organisation()))
        .put("/api/slack-channels/general")
        .then()
        .statusCode(400);
    assertThat(database.column("select id from slack_channel where id = ?", channel)).isEmpty();
  }

  @Test
  void anOrganisationTakesItsEndedUploadsWithItAndTheOthersBecomeNobodys() {
    connect(minji).then().statusCode(204);
    String ended = share();
    String live = share();
    await("both fail, without Slack")
        .until(
            () ->
                database.number(
                        "select count(*) from csv_upload where channel_id = ? and ended_at is null",
                        channel)
                    == 0);
    database.change("update csv_upload set notice_state = 'SENT' where channel_id = ?", channel);
    database.change(
        """
        update csv_upload
        set state = 'STORING', ended_at = null, notice_state = 'NONE',
            claimed_by = 'a test', claimed_until = now() + interval '1 hour'
        where id = ?::uuid
        """,
        live);

    minji
        .request()
        .delete("/api/organisations/import-service/" + minji.organisation())
        .then()
        .statusCode(204);

    operator.request().get("/api/csv-uploads/" + ended).then().statusCode(404);
    operator
        .request()
        .get("/api/csv-uploads/" + live)
        .then()
        .statusCode(200)
        .body("organisationId", nullValue());
    seenBy(minji, not(hasItem(live)));
  }

  /** Shares a file in the channel; the upload's id. */
  private String share() {
    String file = "F" + UUID.randomUUID();
    String now = Long.toString(clock.instant().getEpochSecond());
    SignedEvent.deliver(SignedEvent.fileShared("Ev" + file, channel, file, "U1"), now, 0)
        .statusCode(200);
    return database.column("select id from csv_upload where file_id = ?", file).get(0);
  }

  private void seenBy(Person person, Matcher<?> uploads) {
    person.request().get("/api/csv-uploads").then().statusCode(200).body("items.id", uploads);
  }

  private Response connect(Person owner) {
    return put(owner.organisation());
  }

  private Response put(String organisation) {
    return operator
        .request()
        .body(Map.of("organisationId", organisation))
        .put("/api/slack-channels/" + channel);
  }
}
