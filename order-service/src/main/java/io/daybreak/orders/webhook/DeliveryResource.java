package io.daybreak.orders.webhook;

import io.daybreak.kit.access.Roles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** What the dead-letter handler calls for a delivery that belongs to no order. */
@Path("/api/webhook-deliveries")
@RolesAllowed({Roles.SERVICE, Roles.OPERATOR})
public class DeliveryResource {

  /**
   * @param state RECEIVED, APPLIED or IGNORED
   */
  public record DeliveryView(UUID id, String topic, String state) {}

  private static final String FIND = "select topic, state from webhook_delivery where id = $1";

  private final Pool pool;
  private final DeliveryApplier applier;

  DeliveryResource(Pool pool, DeliveryApplier applier) {
    this.pool = pool;
    this.applier = applier;
  }

  /** Applies the delivery if that has not happened yet. */
  @PUT
  @Path("/{id}/sync")
  public Uni<DeliveryView> sync(UUID id) {
    return applier.apply(id).chain(() -> find(id));
  }

  private Uni<DeliveryView> find(UUID id) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(id))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw WebhookProblems.unknownDelivery();
              }
              var row = rows.iterator().next();
              return new DeliveryView(id, row.getString("topic"), row.getString("state"));
            });
  }
}
