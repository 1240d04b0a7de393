package io.daybreak.kit.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.UUID;

/** What a service keeps for organisations, and must let go of with one. */
public interface OrganisationData {

  /** Ends what is under way for the organisation; nothing new can begin afterwards. */
  Uni<Void> stop(UUID organisationId);

  /** Deletes every row of the organisation, in the caller's transaction. */
  Uni<Void> delete(SqlClient transaction, UUID organisationId);
}
