package io.daybreak.imports.morning;

import io.daybreak.imports.paging.PageQuery;
import io.daybreak.imports.plan.ImportDays;
import io.daybreak.kit.access.Caller;
import io.daybreak.kit.access.Roles;
import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The morning over HTTP. */
@Path("/api/morning")
@Tag(name = "Morning")
@RolesAllowed({Roles.MARKETER, Roles.OPERATOR})
class MorningResource {

  /** NAVER keeps nothing for longer, so that a set can have nothing older from it. */
  private static final int OLDEST_DAYS = 730;

  private static final ProblemType DAY_INVALID =
      new ProblemType("day-invalid", 400, "There are no numbers of this day");

  private final Mornings mornings;
  private final ImportDays days;
  private final Caller caller;

  MorningResource(Mornings mornings, ImportDays days, Caller caller) {
    this.mornings = mornings;
    this.days = days;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "All sets with one day's state and numbers, by ad account, a page at a time",
      description = "The day is the last one that NAVER has (Asia/Seoul) unless told otherwise.")
  public Uni<MorningView> of(
      @QueryParam("day") @Nullable LocalDate day,
      @QueryParam("state") @Nullable MorningState state,
      @BeanParam @Valid PageQuery page) {
    LocalDate newest = days.today().minusDays(1);
    LocalDate wanted = day == null ? days.lastDay() : day;
    LocalDate oldest = newest.minusDays(OLDEST_DAYS);
    if (wanted.isAfter(newest) || wanted.isBefore(oldest)) {
      throw Problems.with(DAY_INVALID, "Choose a day from \"oldest\" to \"newest\".")
          .with("oldest", oldest.toString())
          .with("newest", newest.toString())
          .build();
    }
    return mornings.of(caller.readable(), wanted, newest, state, page);
  }
}
