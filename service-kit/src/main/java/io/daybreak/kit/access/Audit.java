package io.daybreak.kit.access;

import io.opentelemetry.api.trace.Span;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Writes down what the current caller does, in the transaction that does it. */
@ApplicationScoped
public class Audit {

  private static final String WRITE =
      """
      insert into audit_entry (actor, address, trace_id, organisation_id, action, object, before, after)
      values ($1, $2, $3, $4, $5, $6, $7, $8)
      """;

  /** Hibernate does not know the type of a null; so nothing is null on the way. */
  private static final String WRITE_IN_SESSION =
      """
      insert into audit_entry (actor, address, trace_id, organisation_id, action, object, before, after)
      values (?1, nullif(?2, ''), ?3, cast(nullif(?4, '') as uuid), ?5, ?6,
              cast(nullif(?7, '') as jsonb), cast(nullif(?8, '') as jsonb))
      """;

  private final Caller caller;

  Audit(Caller caller) {
    this.caller = caller;
  }

  /** Part of a transaction of the SQL client. */
  public Uni<Void> write(SqlClient transaction, Deed deed) {
    return transaction
        .preparedQuery(WRITE)
        .execute(
            Tuple.tuple()
                .addString(caller.subject())
                .addString(caller.address())
                .addString(trace())
                .addUUID(deed.organisationId())
                .addString(deed.action())
                .addString(deed.object())
                .addValue(deed.before())
                .addValue(deed.after()))
        .replaceWithVoid();
  }

  /** Part of Hibernate's current transaction. */
  public Uni<Void> write(Deed deed) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(WRITE_IN_SESSION)
                    .setParameter(1, caller.subject())
                    .setParameter(2, text(caller.address()))
                    .setParameter(3, trace())
                    .setParameter(4, text(deed.organisationId()))
                    .setParameter(5, deed.action())
                    .setParameter(6, deed.object())
                    .setParameter(7, text(deed.before()))
                    .setParameter(8, text(deed.after()))
                    .executeUpdate())
        .replaceWithVoid();
  }

  private static String trace() {
    return Span.current().getSpanContext().getTraceId();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
