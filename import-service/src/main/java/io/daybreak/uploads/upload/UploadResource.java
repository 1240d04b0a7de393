package io.daybreak.uploads.upload;

import io.daybreak.imports.paging.Page;
import io.daybreak.imports.paging.PageQuery;
import io.daybreak.kit.access.Caller;
import io.daybreak.kit.access.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Uploads over HTTP. */
@Path("/api/csv-uploads")
@Tag(name = "CSV uploads")
@RolesAllowed({Roles.MARKETER, Roles.OPERATOR, Roles.SERVICE})
class UploadResource {

  private final UploadList list;
  private final UploadSync sync;
  private final Caller caller;

  UploadResource(UploadList list, UploadSync sync, Caller caller) {
    this.list = list;
    this.sync = sync;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Uploads, the newest first, a page at a time",
      description = "Those of the organisations' channels; operators see all of them.")
  public Uni<Page<UploadView>> list(
      @RestQuery @Nullable UploadState state,
      @RestQuery @Nullable String table,
      @RestQuery("q") @Nullable @Size(max = 200) String text,
      @BeanParam @Valid PageQuery page) {
    return list.page(caller.scope(), state, table, text, page);
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "An upload with its outcome, counts and wrong rows")
  public Uni<UploadView> get(UUID id) {
    return list.one(caller.scope(), id);
  }

  @POST
  @Path("/{id}/sync")
  @RolesAllowed({Roles.SERVICE, Roles.OPERATOR})
  @Operation(
      summary =
          "Go on with an upload that got stuck, or whose job could not be started; others stay")
  public UploadView sync(UUID id) {
    return caller.isOperator() ? sync.goOn(id) : sync.sync(id);
  }
}
