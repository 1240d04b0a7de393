package io.daybreak.sheets.cells;

import io.daybreak.kit.access.Caller;
import io.daybreak.kit.access.Roles;
import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.sheets.failure.FailureException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Proving spreadsheets over HTTP. */
@Path("/api/spreadsheets")
@Tag(name = "Spreadsheets")
@RolesAllowed({Roles.MARKETER, Roles.OPERATOR})
public class BindingResource {

  private static final String ID = "[A-Za-z0-9_-]{1,128}";

  private static final ProblemType CODE_MISSING =
      new ProblemType("spreadsheet-code-missing", 409, "The code is not in the spreadsheet");
  private static final ProblemType NOT_BOUND =
      new ProblemType("spreadsheet-binding-not-found", 404, "No such spreadsheet of yours");

  private final Bindings bindings;
  private final CodeSearch search;
  private final Caller caller;
  private final BlockingSql sql;

  BindingResource(Bindings bindings, CodeSearch search, Caller caller, BlockingSql sql) {
    this.bindings = bindings;
    this.search = search;
    this.caller = caller;
    this.sql = sql;
  }

  @GET
  @Path("/bindings")
  @Operation(summary = "The spreadsheets that the caller's organisations may use, newest first")
  public Uni<List<Binding>> list() {
    return bindings.list(caller.scope(), null);
  }

  @GET
  @Path("/{id}/binding")
  @ResponseStatus(204)
  @Operation(summary = "Whether the caller's organisations may use a spreadsheet: 204, else 403")
  public Uni<Void> require(@PathParam("id") @Pattern(regexp = ID) String id) {
    return bindings.require(caller.scope(), id);
  }

  @POST
  @Path("/{id}/code")
  @Operation(
      summary = "A code to put into a cell of the spreadsheet, among A1 to J50 of any tab",
      description = "Counts for the caller's organisation only, and for an hour.")
  public Uni<Bindings.Code> code(@PathParam("id") @Pattern(regexp = ID) String id) {
    return bindings.code(caller.organisation(), id);
  }

  @PUT
  @Path("/{id}/binding")
  @ResponseStatus(204)
  @Blocking
  @Operation(
      summary = "Confirm that the code is in the spreadsheet",
      description =
          "Afterwards the cell can be emptied. An operator needs no code, and names the"
              + " organisation in the header Daybreak-Organisation.")
  public void bind(@PathParam("id") @Pattern(regexp = ID) String id) {
    UUID organisation = caller.organisation();
    boolean operator = caller.isOperator();
    if (!operator) {
      requireCode(id, organisation);
    }
    sql.await(bindings.bind(organisation, id, caller.subject(), operator ? "OPERATOR" : "CODE"));
  }

  @DELETE
  @Path("/{id}/binding")
  @ResponseStatus(204)
  @Operation(
      summary = "Give a spreadsheet up",
      description = "No more sets can be made for it; those that there are go on until deleted.")
  public Uni<Void> remove(@PathParam("id") @Pattern(regexp = ID) String id) {
    return bindings
        .remove(caller.scope(), id)
        .invoke(
            removed -> {
              if (!removed) {
                throw Problems.of(NOT_BOUND, "List the spreadsheets of your organisation first.");
              }
            })
        .replaceWithVoid();
  }

  private void requireCode(String id, UUID organisation) {
    String code =
        sql.await(bindings.expected(organisation, id))
            .orElseThrow(
                () -> Problems.of(CODE_MISSING, "Ask for a code first; one counts for an hour."));
    try {
      if (!search.finds(id, code)) {
        throw Problems.with(
                CODE_MISSING, "Put the code into a cell among A1 to J50 of any tab, then confirm.")
            .with("code", code)
            .build();
      }
    } catch (FailureException e) {
      throw SheetProblems.of(e.failure());
    } catch (TimeoutException e) {
      throw SheetProblems.busy();
    }
  }
}
