package io.daybreak.imports.batch;

import io.daybreak.imports.paging.Page;
import io.daybreak.imports.paging.PageQuery;
import io.daybreak.kit.access.Caller;
import io.daybreak.kit.access.Roles;
import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Batches over HTTP. */
@Path("/api/batches")
@Tag(name = "Batches")
@RolesAllowed({Roles.OPERATOR, Roles.SERVICE})
class BatchResource {

  private static final ProblemType NOT_FOUND =
      new ProblemType("batch-not-found", 404, "No batch on this date");

  private final MorningBatch morning;
  private final Batches batches;
  private final FailedSets failed;
  private final Caller caller;

  BatchResource(MorningBatch morning, Batches batches, FailedSets failed, Caller caller) {
    this.morning = morning;
    this.failed = failed;
    this.batches = batches;
    this.caller = caller;
  }

  @POST
  @Path("/morning")
  @Operation(
      summary = "Start today's batch",
      description = "202 if this call started it, 200 with the same batch if it was started before")
  public Uni<RestResponse<BatchView>> start() {
    return morning
        .start(caller.subject())
        .chain(
            started ->
                get(started.date())
                    .map(
                        batch ->
                            RestResponse.status(
                                started.isNew()
                                    ? RestResponse.Status.ACCEPTED
                                    : RestResponse.Status.OK,
                                batch)));
  }

  @POST
  @Path("/{date}/failed")
  @ResponseStatus(202)
  @Operation(
      summary = "Start the failed and the incomplete sets of a batch again, as one action",
      description = "Sets with a live run get no other; asked twice, nothing is started twice.")
  public Uni<BatchView> startFailed(LocalDate date) {
    return get(date).chain(() -> failed.startAgain(date)).chain(() -> get(date));
  }

  @GET
  @RolesAllowed({Roles.MARKETER, Roles.OPERATOR, Roles.SERVICE})
  @Operation(summary = "Batches, newest first, a page at a time")
  public Uni<Page<BatchView>> list(@BeanParam @Valid PageQuery page) {
    return batches.page(caller.scope(), page);
  }

  @GET
  @Path("/{date}")
  @RolesAllowed({Roles.MARKETER, Roles.OPERATOR, Roles.SERVICE})
  @Operation(summary = "One batch: its plan, and the expected and the real end of each key")
  public Uni<BatchView> get(LocalDate date) {
    return batches
        .of(caller.scope(), date)
        .map(
            found ->
                found.orElseThrow(
                    () -> Problems.of(NOT_FOUND, "Ask for a date that had a batch.")));
  }
}
