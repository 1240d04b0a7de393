package io.daybreak.kit.outbox;

import io.daybreak.contracts.Message;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Messages that belong to a change in the database. They are written in the transaction of the
 * change and sent after its commit: both happen, or neither.
 */
@ApplicationScoped
public class Outbox {

  /**
   * Adds a message to a transaction. Messages of one group are sent in the order in which they were
   * added, provided that their transactions follow each other, as those do that lock the same row
   * first.
   */
  public Uni<Void> add(SqlClient transaction, Message message) {
    return Uni.createFrom().failure(new UnsupportedOperationException("not built yet"));
  }

  /** Says that a transaction with messages was committed, so that they are sent without delay. */
  public void published() {}
}
