package io.daybreak.uploads.channel;

import io.daybreak.imports.paging.Page;
import io.daybreak.imports.paging.PageQuery;
import io.daybreak.kit.access.Audit;
import io.daybreak.kit.access.Deed;
import io.daybreak.kit.access.OrganisationData;
import io.daybreak.kit.access.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which organisation a channel is of. A file belongs to the organisation that has the channel at
 * the moment it is shared, and stays with it when the channel goes to another one; what was shared
 * before anybody had the channel goes to the first that gets it.
 */
@ApplicationScoped
class SlackChannels implements OrganisationData {

  private static final String LIST =
      """
      select channel.*, organisation.name as organisation_name, count(*) over () as total
      from slack_channel channel left join organisation on organisation.id = channel.organisation_id
      where in_scope($1, channel.organisation_id)
      order by channel.organisation_id is not null, organisation.name, channel.id
      limit $2 offset $3
      """;

  /** Finds no row where there is no such organisation; keeps its rows from being deleted. */
  private static final String ORGANISATION =
      "select id from organisation where id = $1 for key share";

  private static final String OWNER =
      "select organisation_id from slack_channel where id = $1 for update";

  private static final String CONNECT =
      """
      insert into slack_channel (id, organisation_id, connected_by, connected_at)
      values ($1, $2, $3, now())
      on conflict (id) do update
      set organisation_id = excluded.organisation_id, connected_by = excluded.connected_by,
          connected_at = excluded.connected_at,
          tells_runs = slack_channel.tells_runs
            and slack_channel.organisation_id = excluded.organisation_id
      """;

  private static final String TAKE_OVER_UNOWNED =
      "update csv_upload set organisation_id = $2 where channel_id = $1 and organisation_id is null";

  private static final String DISCONNECT =
      """
      update slack_channel
      set organisation_id = null, connected_by = null, connected_at = null, tells_runs = false
      where id = $1
      """;

  private static final String TELL =
      """
      update slack_channel set tells_runs = $3
      where id = $1 and organisation_id is not null and in_scope($2, organisation_id)
      returning organisation_id
      """;

  private static final String DISCONNECT_ALL =
      """
      update slack_channel
      set organisation_id = null, connected_by = null, connected_at = null, tells_runs = false
      where organisation_id = $1
      """;

  /** What is under way loads to its end, as nobody's. */
  private static final String DELETE_ENDED =
      """
      delete from csv_upload
      where organisation_id = $1 and ended_at is not null
        and notice_state not in ('WAITING', 'SENDING')
      """;

  private static final String LEAVE_THE_REST =
      "update csv_upload set organisation_id = null where organisation_id = $1";

  private final Pool pool;
  private final Audit audit;

  SlackChannels(Pool pool, Audit audit) {
    this.pool = pool;
    this.audit = audit;
  }

  /** Those without an organisation first. */
  Uni<Page<SlackChannel>> page(Scope scope, PageQuery page) {
    return pool.preparedQuery(LIST)
        .execute(Tuple.of(scope.parameter(), page.size(), page.offset()))
        .map(
            rows -> {
              List<SlackChannel> channels = new ArrayList<>();
              rows.forEach(row -> channels.add(SlackChannel.of(row)));
              return new Page<>(channels, page.page(), page.size(), total(rows));
            });
  }

  /**
   * Connects a channel, or gives it to another organisation; false without such an organisation.
   */
  Uni<Boolean> connect(String id, UUID organisationId, String subject) {
    return pool.withTransaction(
        tx ->
            tx.preparedQuery(ORGANISATION)
                .execute(Tuple.of(organisationId))
                .chain(
                    found ->
                        found.size() == 0
                            ? Uni.createFrom().item(false)
                            : connect(tx, id, organisationId, subject).replaceWith(true)));
  }

  private Uni<Void> connect(SqlClient tx, String id, UUID organisationId, String subject) {
    Deed deed = Deed.of("slack-channel.connected", organisationId, id);
    return tx.preparedQuery(OWNER)
        .execute(Tuple.of(id))
        .map(SlackChannels::owner)
        .map(owner -> owner == null ? deed : deed.from(whose(owner)))
        .call(() -> tx.preparedQuery(CONNECT).execute(Tuple.of(id, organisationId, subject)))
        .call(() -> tx.preparedQuery(TAKE_OVER_UNOWNED).execute(Tuple.of(id, organisationId)))
        .chain(told -> audit.write(tx, told));
  }

  /** From now on what is shared there is nobody's; false where it was not connected. */
  Uni<Boolean> disconnect(String id) {
    return pool.withTransaction(
        tx ->
            tx.preparedQuery(OWNER)
                .execute(Tuple.of(id))
                .map(SlackChannels::owner)
                .chain(
                    owner ->
                        owner == null
                            ? Uni.createFrom().item(false)
                            : disconnect(tx, id, owner).replaceWith(true)));
  }

  private Uni<Void> disconnect(SqlClient tx, String id, UUID owner) {
    return tx.preparedQuery(DISCONNECT)
        .execute(Tuple.of(id))
        .chain(() -> audit.write(tx, Deed.of("slack-channel.disconnected", owner, id)));
  }

  /** Whether the channel is told about runs; false where it is not connected in the scope. */
  Uni<Boolean> tell(Scope scope, String id, boolean runs) {
    JsonObject told = new JsonObject().put("tellsRuns", runs);
    return pool.withTransaction(
        tx ->
            tx.preparedQuery(TELL)
                .execute(Tuple.of(id, scope.parameter(), runs))
                .map(SlackChannels::owner)
                .chain(
                    owner ->
                        owner == null
                            ? Uni.createFrom().item(false)
                            : audit
                                .write(tx, Deed.of("slack-channel.told", owner, id).to(told))
                                .replaceWith(true)));
  }

  private static @Nullable UUID owner(RowSet<Row> rows) {
    for (Row row : rows) {
      return row.getUUID("organisation_id");
    }
    return null;
  }

  private static JsonObject whose(UUID organisationId) {
    return new JsonObject().put("organisationId", organisationId.toString());
  }

  private static long total(RowSet<Row> rows) {
    for (Row row : rows) {
      return row.getLong("total");
    }
    return 0;
  }

  @Override
  public Uni<Void> stop(UUID organisationId) {
    return pool.preparedQuery(DISCONNECT_ALL).execute(Tuple.of(organisationId)).replaceWithVoid();
  }

  @Override
  public Uni<Void> delete(SqlClient transaction, UUID organisationId) {
    Tuple of = Tuple.of(organisationId);
    return transaction
        .preparedQuery(DISCONNECT_ALL)
        .execute(of)
        .chain(() -> transaction.preparedQuery(DELETE_ENDED).execute(of))
        .chain(() -> transaction.preparedQuery(LEAVE_THE_REST).execute(of))
        .replaceWithVoid();
  }
}
