package io.daybreak.kit.access;

import io.daybreak.kit.access.Organisations.Invitation;
import io.daybreak.kit.access.Organisations.Member;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Organisations and the people in them over HTTP; every service has those of its people. */
@Path("/api/organisations/{service}")
@Tag(name = "Organisations")
@RolesAllowed({Roles.MARKETER, Roles.MERCHANT, Roles.OPERATOR})
public class OrganisationResource {

  private final Organisations organisations;
  private final OrganisationDirectory directory;
  private final Memberships memberships;
  private final OwnService own;
  private final Caller caller;

  OrganisationResource(
      Organisations organisations,
      OrganisationDirectory directory,
      Memberships memberships,
      OwnService own,
      Caller caller) {
    this.organisations = organisations;
    this.directory = directory;
    this.memberships = memberships;
    this.own = own;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "The caller's organisations, the one that owns what they make first",
      description =
          "Requests name one of them in the header Daybreak-Organisation, or in the query parameter"
              + " organisation; without it they see all of them, and make things in the first.")
  public List<Membership> list(String service) {
    own.require(service);
    return caller.memberships();
  }

  @GET
  @Path("/all")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(
      summary = "Organisations of everybody, the first 100 that match",
      description = "By part of the name or of a member's subject; for operators who name one.")
  public Uni<List<OrganisationDirectory.Entry>> all(
      String service, @RestQuery("q") @Nullable @Size(max = 200) String text) {
    own.require(service);
    return directory.find(text, 100);
  }

  @POST
  @ResponseStatus(201)
  @Operation(summary = "Make an organisation; the caller owns it")
  public Uni<Made> create(String service, @Valid @NotNull Name wanted) {
    requireKeptHere(service);
    return organisations.create(wanted.name().strip(), caller.subject()).map(Made::new);
  }

  @PUT
  @Path("/{id}")
  @ResponseStatus(204)
  @Operation(summary = "Rename an organisation; for its owners")
  public Uni<Void> rename(String service, UUID id, @Valid @NotNull Name wanted) {
    requireOwner(service, id);
    return organisations.rename(id, wanted.name().strip());
  }

  @DELETE
  @Path("/{id}")
  @ResponseStatus(204)
  @Operation(
      summary = "Delete an organisation with all its data; for its owners",
      description = "What is under way for it ends first. Nothing of it can be brought back.")
  public Uni<Void> delete(String service, UUID id) {
    requireOwner(service, id);
    return organisations.delete(id);
  }

  @GET
  @Path("/{id}/members")
  @Operation(summary = "The people of an organisation; for its members")
  public Uni<List<Member>> members(String service, UUID id) {
    requireKeptHere(service);
    if (!caller.readable().contains(id)) {
      throw AccessProblems.notYours();
    }
    return organisations.members(id);
  }

  @PUT
  @Path("/{id}/members/{subject}")
  @ResponseStatus(204)
  @Operation(summary = "Give a member another role; for owners")
  public Uni<Void> role(String service, UUID id, String subject, @Valid @NotNull NewRole wanted) {
    requireOwner(service, id);
    return organisations.role(id, subject, wanted.role());
  }

  @DELETE
  @Path("/{id}/members/{subject}")
  @ResponseStatus(204)
  @Operation(
      summary = "Remove a member, for owners; or leave",
      description = "The person loses everything at once; what they made goes on without them.")
  public Uni<Void> remove(String service, UUID id, String subject) {
    if (subject.equals(caller.subject())) {
      requireKeptHere(service);
    } else {
      requireOwner(service, id);
    }
    return organisations.remove(id, subject);
  }

  @POST
  @Path("/{id}/invitations")
  @ResponseStatus(201)
  @Operation(summary = "A code with which one person can join; for owners")
  public Uni<Invitation> invite(String service, UUID id, @Valid @NotNull NewRole wanted) {
    requireOwner(service, id);
    return organisations.invite(id, wanted.role(), caller.subject());
  }

  @POST
  @Path("/join")
  @Operation(summary = "Join the organisation that an invitation is from")
  public Uni<Made> join(String service, @Valid @NotNull Code invitation) {
    requireKeptHere(service);
    return organisations.join(invitation.code(), caller.subject()).map(Made::new);
  }

  private void requireKeptHere(String service) {
    own.require(service);
    if (memberships.keptElsewhere()) {
      throw own.elsewhere();
    }
  }

  private void requireOwner(String service, UUID id) {
    requireKeptHere(service);
    caller.requireOwner(id);
  }

  /** Body of a new or renamed organisation. */
  public record Name(@NotBlank @Size(max = 100) String name) {}

  /** Body of a change of role and of an invitation. */
  public record NewRole(@NotNull OrganisationRole role) {}

  /** Body of a request to join. */
  public record Code(@NotBlank @Size(max = 100) String code) {

    @Override
    public String toString() {
      return "Code[hidden]";
    }
  }

  /** The organisation that was made or joined. */
  public record Made(UUID id) {}
}
