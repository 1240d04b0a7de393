package io.daybreak.uploads.slack;

import io.daybreak.contracts.csv.CsvUploadReceived;
import io.daybreak.kit.outbox.Outbox;
import io.daybreak.kit.retention.Retention;
import io.daybreak.uploads.CsvConfig;
import io.daybreak.uploads.slack.SlackEvent.FileShared;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Which events were taken. The event, its upload and the message about it are one transaction. */
@ApplicationScoped
class EventLog implements Retention {

  /**
   * A delivery counts by its event id. A file in a channel counts once as long as it is under way,
   * and once it is loaded; after a refusal or a failure each share of it is an upload of its own.
   * It is of the organisation that has the channel, whose row is locked: nobody gives the channel
   * to another one meanwhile.
   */
  private static final String RECORD =
      """
      with event as (
        insert into slack_event (event_id) values ($1)
        on conflict do nothing
        returning event_id
      ), channel as (
        insert into slack_channel (id) select $3 from event
        on conflict (id) do update set id = excluded.id
        returning organisation_id
      )
      insert into csv_upload (file_id, channel_id, user_id, organisation_id)
      select $2, $3, $4, organisation_id from channel
      on conflict (file_id, channel_id) where state not in ('REJECTED', 'FAILED') do nothing
      returning id
      """;

  private static final String FORGET =
      """
      delete from slack_event where event_id in (
        select event_id from slack_event
        where received_at < now() - make_interval(secs => $1)
        order by received_at
        limit $2
        for update skip locked)
      """;

  private final Pool pool;
  private final Outbox outbox;
  private final CsvConfig config;

  EventLog(Pool pool, Outbox outbox, CsvConfig config) {
    this.pool = pool;
    this.outbox = outbox;
    this.config = config;
  }

  /** Completes after the commit, with whether the event was news. */
  Uni<Boolean> record(FileShared event) {
    return pool.withTransaction(transaction -> record(transaction, event))
        .invoke(
            isNew -> {
              if (isNew) {
                outbox.published();
              }
            });
  }

  private Uni<Boolean> record(SqlClient transaction, FileShared event) {
    return transaction
        .preparedQuery(RECORD)
        .execute(Tuple.of(event.eventId(), event.fileId(), event.channelId(), event.userId()))
        .chain(
            rows ->
                rows.size() == 0
                    ? Uni.createFrom().item(false)
                    : queue(transaction, rows.iterator().next().getUUID("id")));
  }

  private Uni<Boolean> queue(SqlClient transaction, UUID uploadId) {
    return outbox.add(transaction, new CsvUploadReceived(uploadId)).replaceWith(true);
  }

  @Override
  public String what() {
    return "Slack's events";
  }

  @Override
  public Duration age() {
    return config.eventsRemembered();
  }

  @Override
  public String statement() {
    return FORGET;
  }
}
