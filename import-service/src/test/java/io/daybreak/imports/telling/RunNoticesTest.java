package io.daybreak.imports.telling;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.FakeImport;
import io.daybreak.imports.testing.PausableClock;
import io.daybreak.imports.testing.Person;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.work.Claim;
import io.daybreak.kit.work.ClaimLostException;
import io.daybreak.kit.work.ClaimTable;
import io.daybreak.kit.work.Claims;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of sets, once. The service has no Slack here. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class RunNoticesTest {

  @Inject RunNotices notices;
  @Inject RunTeller teller;
  @Inject FakeImport imports;
  @Inject Database database;
  @Inject BlockingSql sql;
  @Inject Claims claims;
  @Inject PausableClock clock;

  private final Person minji = Person.marketer();
  private final String channel =
      "C" + UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase(Locale.ROOT);
  private UUID set;

  /** A set whose first run stands still for ever, and the channel that listens. */
  @BeforeEach
  void aSet() {
    String customer = newCustomerId();
    imports.gate(customer);
    set = minji.define(minji.registerKey(customer), customer, newSpreadsheetId()).id();
    Person operator = Person.operator();
    operator
        .request()
        .body(Map.of("organisationId", minji.organisation()))
        .put("/api/slack-channels/" + channel)
        .then()
        .statusCode(204);
    minji
        .request()
        .body(Map.of("runs", true))
        .put("/api/slack-channels/" + channel + "/notices")
        .then()
        .statusCode(204);
    database.change(
        "update run set state = 0, ended_at = now() - interval '1 hour', failure_code = 'CANCELLED',"
            + " failure_reason = '-', claimed_by = null, claimed_until = null where raw_data_id = ?",
        set);
  }

  @Test
  void theFirstFailureIsToldAndTheNextOnesAreNot() {
    run(5, "SHEET_NOT_SHARED");
    notices.write();
    run(4, "SHEET_NOT_SHARED");
    notices.write();

    assertThat(told()).containsExactly("failed SHEET_NOT_SHARED");
  }

  @Test
  void thatItIsWellAgainIsToldOnceAndSoIsTheNextFailure() {
    run(9, "NAVER_KEY_REFUSED");
    notices.write();
    run(8, null);
    notices.write();
    run(7, null);
    notices.write();
    run(6, "NAVER_TIMEOUT");
    notices.write();

    assertThat(told())
        .containsExactly("failed NAVER_KEY_REFUSED", "well -", "failed NAVER_TIMEOUT");
  }

  @Test
  void aSetThatWasAlwaysWellIsNotTold() {
    run(5, null);

    notices.write();

    assertThat(told()).isEmpty();
  }

  @Test
  void whatAPersonCancelledSaysNothing() {
    run(5, "NAVER_TIMEOUT");
    notices.write();
    run(4, "CANCELLED");
    notices.write();
    run(3, null);
    notices.write();

    assertThat(told()).containsExactly("failed NAVER_TIMEOUT", "well -");
  }

  @Test
  void aFailureOfThisMomentAndOneWhoseNextRunIsLiveWait() {
    run(0, "MESSAGE_LOST");
    notices.write();
    assertThat(told()).as("it may be started again by itself").isEmpty();

    UUID next = run(5, null);
    database.change("delete from run where raw_data_id = ? and failure_code = 'MESSAGE_LOST'", set);
    run(6, "NAVER_TIMEOUT");
    database.change("delete from run where id = ?", next);
    minji.update(set).then().statusCode(202);
    notices.write();
    assertThat(told()).as("the live run decides").isEmpty();
  }

  @Test
  void nobodyIsToldWhereNobodyListensAndNotLaterEither() {
    listen(false);
    run(5, "NAVER_TIMEOUT");
    notices.write();
    listen(true);
    notices.write();

    assertThat(told()).isEmpty();
  }

  @Test
  void aChannelThatGoesToAnotherOrganisationIsToldNothingOfIt() {
    Person juno = Person.marketer();
    Person.operator()
        .request()
        .body(Map.of("organisationId", juno.organisation()))
        .put("/api/slack-channels/" + channel)
        .then()
        .statusCode(204);
    run(5, "NAVER_TIMEOUT");

    notices.write();

    assertThat(told()).isEmpty();
    minji
        .request()
        .body(Map.of("runs", true))
        .put("/api/slack-channels/" + channel + "/notices")
        .then()
        .statusCode(404);
  }

  @Test
  void whatWasToldGoesWithTheOrganisation() {
    run(5, "NAVER_TIMEOUT");
    notices.write();
    assertThat(told()).hasSize(1);

    minji
        .request()
        .delete("/api/organisations/import-service/" + minji.organisation())
        .then()
        .statusCode(204);

    assertThat(told()).isEmpty();
  }

  @Test
  void aPausedSenderSendsNothingAndOneThatIsGoneLeavesItUnclear() {
    Claim<RunNotice> claim = claimed();
    clock.pause(Duration.ofMinutes(5));
    assertThatExceptionOfType(ClaimLostException.class).isThrownBy(() -> teller.send(claim));
    assertThat(state()).isEqualTo("WAITING");

    Claim<RunNotice> other = claimed();
    notices.sending(other);
    other.close();
    database.change(
        "update run_notice set claimed_by = 'gone', claimed_until = now() - interval '1 second'"
            + " where channel_id = ?",
        channel);
    notices.expire();
    assertThat(state()).isEqualTo("UNCLEAR");
  }

  /** Claimed by its id, since the service's own sender looks for the oldest. */
  private Claim<RunNotice> claimed() {
    database.change("delete from run_notice where channel_id = ?", channel);
    return claims
        .claim(
            new ClaimTable("run_notice", "id"),
            Duration.ofMinutes(1),
            by ->
                sql.first(
                    """
                    insert into run_notice (channel_id, organisation_id, failed, well, claimed_by,
                                            claimed_until)
                    values ($1, gen_random_uuid(), '[]', '[]', $2, now() + interval '1 minute')
                    returning *
                    """,
                    channel,
                    by),
            RunNotice::of)
        .orElseThrow();
  }

  private String state() {
    return database.column("select state from run_notice where channel_id = ?", channel).get(0);
  }

  private void listen(boolean runs) {
    minji
        .request()
        .body(Map.of("runs", runs))
        .put("/api/slack-channels/" + channel + "/notices")
        .then()
        .statusCode(204);
  }

  /** A run that ended so many minutes ago. */
  private UUID run(int minutesAgo, @Nullable String failure) {
    UUID id = UUID.randomUUID();
    database.change(
        """
        insert into run (id, raw_data_id, api_key_id, customer_id, kind, trigger, state, first_day,
                         last_day, plan_calls, plan_rows, rows_basis, ended_at, failure_code,
                         failure_reason)
        select ?, id, api_key_id, customer_id, 'UPDATE', 'PERSON', ?, current_date, current_date, 1,
               1, 'DEFAULT', now() - make_interval(mins => ?), ?, ?
        from raw_data where id = ?
        """,
        id,
        failure == null ? 7 : 0,
        minutesAgo,
        failure,
        failure,
        set);
    return id;
  }

  /** In the order of the messages; the service itself looks too, which changes nothing. */
  private List<String> told() {
    return database.column(
        """
        select case when jsonb_array_length(failed) > 0 then 'failed ' || (failed -> 0 ->> 'code')
                    else 'well ' || coalesce(well -> 0 ->> 'code', '-') end
        from run_notice where channel_id = ? order by created_at, id
        """,
        channel);
  }
}
