package io.daybreak.imports.telling;

import io.daybreak.kit.access.OrganisationData;
import io.daybreak.kit.retention.Retention;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Messages that are over, or whose organisation is. */
@ApplicationScoped
class OldRunNotices implements Retention, OrganisationData {

  private static final String DELETE =
      """
      delete from run_notice where id in (
        select id from run_notice
        where ended_at < now() - make_interval(secs => $1)
        order by ended_at
        limit $2
        for update skip locked)
      """;

  private static final String DELETE_ALL = "delete from run_notice where organisation_id = $1";

  private final TellingConfig config;

  OldRunNotices(TellingConfig config) {
    this.config = config;
  }

  @Override
  public String what() {
    return "messages about sets";
  }

  @Override
  public Duration age() {
    return config.keptFor();
  }

  @Override
  public String statement() {
    return DELETE;
  }

  /** Sets that stop are told of no more: they are deleted first. */
  @Override
  public Uni<Void> stop(UUID organisationId) {
    return Uni.createFrom().voidItem();
  }

  @Override
  public Uni<Void> delete(SqlClient transaction, UUID organisationId) {
    return transaction
        .preparedQuery(DELETE_ALL)
        .execute(Tuple.of(organisationId))
        .replaceWithVoid();
  }
}
