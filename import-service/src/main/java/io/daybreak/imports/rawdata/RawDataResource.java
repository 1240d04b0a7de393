package io.daybreak.imports.rawdata;

import io.daybreak.imports.paging.Page;
import io.daybreak.imports.paging.PageQuery;
import io.daybreak.imports.plan.Plan;
import io.daybreak.imports.status.RunStatus;
import io.daybreak.kit.access.Caller;
import io.daybreak.kit.access.Roles;
import io.daybreak.kit.problem.CommonProblems;
import io.daybreak.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Raw-data sets over HTTP. */
@Path("/api/raw-data")
@Tag(name = "Raw data")
@RolesAllowed({Roles.MARKETER, Roles.OPERATOR})
class RawDataResource {

  private static final int LONGEST_KEY = 200;

  private final RawDataCreation creation;
  private final RawDataSets sets;
  private final RawDataRuns runs;
  private final RunHistory history;
  private final RowsByDay rowsByDay;
  private final HandOver handOver;
  private final Caller caller;

  RawDataResource(
      RawDataCreation creation,
      RawDataSets sets,
      RawDataRuns runs,
      RunHistory history,
      RowsByDay rowsByDay,
      HandOver handOver,
      Caller caller) {
    this.creation = creation;
    this.sets = sets;
    this.runs = runs;
    this.history = history;
    this.rowsByDay = rowsByDay;
    this.handOver = handOver;
    this.caller = caller;
  }

  @POST
  @ResponseStatus(202)
  @Operation(
      summary = "Define a set and import it",
      description =
          "Answers at once. With an Idempotency-Key a repeated request gets the first answer.")
  public Uni<AcceptedRun> create(
      @RestHeader("Idempotency-Key") @Nullable String idempotencyKey,
      @Valid @NotNull NewRawData wanted) {
    requireUsable(idempotencyKey);
    return creation.create(caller.subject(), caller.scope(), wanted, idempotencyKey);
  }

  @POST
  @Path("/plan")
  @Operation(summary = "What a set's first import would cost; nothing is made")
  public Uni<Plan> plan(@Valid @NotNull NewRawData wanted) {
    return creation.plan(caller.subject(), caller.scope(), wanted);
  }

  @GET
  @Operation(
      summary = "The sets of the caller's organisations, a page at a time; all for operators")
  public Uni<Page<RawDataView>> list(
      @BeanParam @Valid RawDataQuery query, @BeanParam @Valid PageQuery page) {
    return sets.page(query, page);
  }

  @GET
  @Path("/formats")
  @Operation(summary = "The formats a set can have, with the columns of their tabs")
  public List<FormatView> formats() {
    return FormatView.ALL;
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "A set with the state of its newest run")
  public Uni<RawDataView> get(UUID id) {
    return sets.view(id);
  }

  @GET
  @Path("/{id}/logs")
  @Operation(summary = "The set's runs, newest first, with their states and reasons")
  public Uni<Page<LoggedRun>> logs(UUID id, @BeanParam @Valid PageQuery page) {
    return sets.one(id).chain(() -> history.of(id, page));
  }

  @GET
  @Path("/{id}/days")
  @Operation(summary = "How many rows of each day the tab holds, newest day first")
  public Uni<Page<DayRows>> days(UUID id, @BeanParam @Valid PageQuery page) {
    return sets.one(id).chain(() -> rowsByDay.of(id, page));
  }

  @POST
  @Path("/{id}/update")
  @ResponseStatus(202)
  @Operation(
      summary = "Import again what can have changed since, or all days",
      description =
          "With days=all every day is imported anew that the set ever had and NAVER still has."
              + " Older days in the tab stay, and so does what people have made of it.")
  public Uni<AcceptedRun> update(
      UUID id, @QueryParam("days") @DefaultValue("changed") String days) {
    UpdatedDays wanted = UpdatedDays.of(days);
    return sets.one(id).chain(set -> runs.update(set, wanted));
  }

  @POST
  @Path("/{id}/cancel")
  @Operation(summary = "End the run that waits or is under way")
  public Uni<RunStatus> cancel(UUID id) {
    return sets.one(id).chain(runs::cancel);
  }

  @PUT
  @Path("/{id}/schedule")
  @Operation(summary = "Say whether and how far back the morning batch updates the set")
  public Uni<RawDataView> schedule(UUID id, @Valid @NotNull Schedule schedule) {
    return sets.schedule(id, schedule)
        .onFailure(OptimisticLockException.class)
        .transform(
            race ->
                Problems.of(
                    CommonProblems.CHANGED_MEANWHILE, "Read the set again, then decide anew."))
        .chain(() -> sets.view(id));
  }

  @PUT
  @Path("/{id}/organisation")
  @Operation(summary = "Hand a set to another organisation that has the same API key")
  public Uni<RawDataView> handOver(UUID id, @Valid @NotNull HandOver.To to) {
    return sets.one(id)
        .chain(set -> handOver.give(set, to.organisationId()))
        .chain(() -> sets.view(id));
  }

  @DELETE
  @Path("/{id}")
  @ResponseStatus(204)
  @Operation(summary = "Forget a set; its tab stays as it is")
  public Uni<Void> delete(UUID id) {
    return sets.one(id).chain(runs::delete);
  }

  private static void requireUsable(@Nullable String idempotencyKey) {
    if (idempotencyKey != null
        && (idempotencyKey.isBlank() || idempotencyKey.length() > LONGEST_KEY)) {
      throw Problems.of(
          RawDataProblems.KEY_INVALID,
          "An Idempotency-Key has 1 to " + LONGEST_KEY + " characters.");
    }
  }
}
