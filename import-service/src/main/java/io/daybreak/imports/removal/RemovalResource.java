package io.daybreak.imports.removal;

import io.daybreak.imports.apikey.ApiKeys;
import io.daybreak.kit.access.Caller;
import io.daybreak.kit.access.Roles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Removing keys and ad accounts over HTTP. */
@Path("/api/api-keys/{id}")
@Tag(name = "API keys")
@RolesAllowed({Roles.MARKETER, Roles.OPERATOR})
class RemovalResource {

  private final ApiKeys keys;
  private final Removal removal;
  private final Caller caller;

  RemovalResource(ApiKeys keys, Removal removal, Caller caller) {
    this.keys = keys;
    this.removal = removal;
    this.caller = caller;
  }

  @DELETE
  @ResponseStatus(204)
  @Operation(
      summary = "Remove a key with its ad accounts and sets",
      description =
          "Live runs end first; tabs stay as they are. Another organisation that has the same"
              + " licence keeps it; with the last one the secret is deleted.")
  public Uni<Void> removeKey(UUID id) {
    return eachOwner(id, organisation -> removal.key(organisation, id));
  }

  @DELETE
  @Path("/ad-accounts/{customerId}")
  @ResponseStatus(204)
  @Operation(summary = "Remove an ad account with its sets; tabs stay as they are")
  public Uni<Void> removeAccount(UUID id, String customerId) {
    return eachOwner(id, organisation -> removal.account(organisation, id, customerId));
  }

  /** Mostly one; all of them for an operator who does not name one. */
  private Uni<Void> eachOwner(UUID id, Function<UUID, Uni<Void>> remove) {
    return keys.organisations(id)
        .chain(
            owners ->
                Multi.createFrom()
                    .iterable(owners)
                    .filter(caller.scope()::contains)
                    .onItem()
                    .transformToUniAndConcatenate(remove::apply)
                    .collect()
                    .asList()
                    .replaceWithVoid());
  }
}
