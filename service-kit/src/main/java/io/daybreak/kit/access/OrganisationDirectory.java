package io.daybreak.kit.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Organisations of everybody, for operators who have to name one. */
@ApplicationScoped
class OrganisationDirectory {

  private static final String FIND =
      """
      select id, name, person is not null as personal from organisation
      where $1::text is null or position(lower($1) in lower(name)) > 0
         or position(lower($1) in lower(issuer_name)) > 0
         or exists (select from organisation_member member
                    where member.organisation_id = organisation.id
                      and position(lower($1) in lower(member.subject)) > 0)
      order by personal, name, id
      limit $2
      """;

  private final Pool pool;

  OrganisationDirectory(Pool pool) {
    this.pool = pool;
  }

  /**
   * Those of several people first.
   *
   * @param text part of the name, of the identity provider's name, or of a member's subject; null
   *     for all
   */
  Uni<List<Entry>> find(@Nullable String text, int most) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(text, most))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(Entry::of).toList());
  }

  /**
   * An organisation by its name.
   *
   * @param personal whether it began as somebody's organisation of one
   */
  public record Entry(UUID id, String name, boolean personal) {

    static Entry of(Row row) {
      return new Entry(row.getUUID("id"), row.getString("name"), row.getBoolean("personal"));
    }
  }
}
