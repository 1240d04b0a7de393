package io.daybreak.uploads.channel;

import io.daybreak.imports.paging.Page;
import io.daybreak.imports.paging.PageQuery;
import io.daybreak.kit.access.Caller;
import io.daybreak.kit.access.Roles;
import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Slack's channels over HTTP. Operators connect them: who may read a channel is Slack's matter. */
@Path("/api/slack-channels")
@Tag(name = "CSV uploads")
class SlackChannelResource {

  private static final String ID = "[A-Z0-9]{2,30}";

  private static final ProblemType ORGANISATION_UNKNOWN =
      new ProblemType("organisation-not-found", 404, "No such organisation");
  private static final ProblemType NOT_CONNECTED =
      new ProblemType("slack-channel-not-found", 404, "No such channel");

  private final SlackChannels channels;
  private final Caller caller;

  SlackChannelResource(SlackChannels channels, Caller caller) {
    this.channels = channels;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.MARKETER, Roles.OPERATOR})
  @Operation(
      summary = "The Slack channels of the caller's organisations",
      description =
          "Operators see all of them, and those without an organisation in which files were shared.")
  public Uni<Page<SlackChannel>> list(@BeanParam @Valid PageQuery page) {
    return channels.page(caller.scope(), page);
  }

  @PUT
  @Path("/{id}")
  @ResponseStatus(204)
  @RolesAllowed(Roles.OPERATOR)
  @Operation(
      summary = "Connect a channel with an organisation, or give it to another one",
      description =
          "Its people see the files that are shared there from now on, and those that were nobody's;"
              + " files that were another organisation's stay with it.")
  public Uni<Void> connect(
      @PathParam("id") @Pattern(regexp = ID) String id, @Valid @NotNull Connection wanted) {
    return channels
        .connect(id, wanted.organisationId(), caller.subject())
        .invoke(
            connected -> {
              if (!connected) {
                throw Problems.of(ORGANISATION_UNKNOWN, "Take one of the list of organisations.");
              }
            })
        .replaceWithVoid();
  }

  @PUT
  @Path("/{id}/notices")
  @ResponseStatus(204)
  @RolesAllowed({Roles.MARKETER, Roles.OPERATOR})
  @Operation(
      summary = "Choose whether the channel is told when sets fail or are well again",
      description = "Those of the channel's organisation, a few minutes after the run.")
  public Uni<Void> tell(
      @PathParam("id") @Pattern(regexp = ID) String id, @Valid @NotNull Notices wanted) {
    return channels
        .tell(caller.scope(), id, wanted.runs())
        .invoke(this::requireConnected)
        .replaceWithVoid();
  }

  @DELETE
  @Path("/{id}")
  @ResponseStatus(204)
  @RolesAllowed(Roles.OPERATOR)
  @Operation(
      summary = "Disconnect a channel",
      description = "What is shared there afterwards is seen by operators only.")
  public Uni<Void> disconnect(@PathParam("id") @Pattern(regexp = ID) String id) {
    return channels.disconnect(id).invoke(this::requireConnected).replaceWithVoid();
  }

  private void requireConnected(boolean connected) {
    if (!connected) {
      throw Problems.of(NOT_CONNECTED, "List the channels first.");
    }
  }

  /** Body of a choice of what a channel is told. */
  public record Notices(@NotNull Boolean runs) {}

  /** Body of a connection. */
  public record Connection(@NotNull UUID organisationId) {}
}
