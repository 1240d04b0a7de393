package io.daybreak.sheets.cells;

import io.daybreak.kit.access.Caller;
import io.daybreak.kit.access.Roles;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.sheets.failure.FailureException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For the plan of an import: is there room? */
@Path("/api/spreadsheets/{id}/cells")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Spreadsheets")
@RolesAllowed({Roles.MARKETER, Roles.OPERATOR, Roles.SERVICE})
public class CellUseResource {

  private final CellUses uses;
  private final Bindings bindings;
  private final Caller caller;
  private final BlockingSql sql;

  CellUseResource(CellUses uses, Bindings bindings, Caller caller, BlockingSql sql) {
    this.uses = uses;
    this.bindings = bindings;
    this.caller = caller;
    this.sql = sql;
  }

  @GET
  @Operation(summary = "How many cells a spreadsheet uses, and how many are free")
  public CellUse cells(@PathParam("id") @Pattern(regexp = "[A-Za-z0-9_-]{1,128}") String id) {
    sql.await(bindings.require(caller.scope(), id));
    try {
      return uses.of(id);
    } catch (FailureException e) {
      throw SheetProblems.of(e.failure());
    } catch (TimeoutException e) {
      throw SheetProblems.busy();
    }
  }
}
