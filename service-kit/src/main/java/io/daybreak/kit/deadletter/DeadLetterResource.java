package io.daybreak.kit.deadletter;

import io.daybreak.kit.access.Caller;
import io.daybreak.kit.access.OwnService;
import io.daybreak.kit.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The dead letters of the queues that this service consumes. */
@Path("/api/dead-letters/{service}")
@Tag(name = "Dead letters")
@RolesAllowed(Roles.OPERATOR)
public class DeadLetterResource {

  private final DeadLetters letters;
  private final OwnService own;
  private final Caller caller;

  DeadLetterResource(DeadLetters letters, OwnService own, Caller caller) {
    this.letters = letters;
    this.own = own;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "Dead letters, the newest first, a page at a time")
  public Uni<DeadLetterPage> list(String service, @BeanParam @Valid DeadLetterSearch query) {
    own.require(service);
    return letters.page(query);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One dead letter with its message")
  public Uni<DeadLetterView> get(String service, UUID id) {
    own.require(service);
    return letters.get(id);
  }

  @POST
  @Path("/{id}/sync")
  @ResponseStatus(202)
  @Operation(
      summary = "Have what the letter is about synchronised, again if need be",
      description = "Makes the letter due at once; the cluster's one handler takes it in its turn.")
  public Uni<DeadLetterView> sync(String service, UUID id) {
    own.require(service);
    return letters.sync(id, caller.subject());
  }

  @POST
  @Path("/{id}/discard")
  @Operation(summary = "Settle a letter without doing anything about it")
  public Uni<DeadLetterView> discard(String service, UUID id) {
    own.require(service);
    return letters.discard(id, caller.subject());
  }
}
