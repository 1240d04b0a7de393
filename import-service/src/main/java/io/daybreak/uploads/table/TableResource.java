package io.daybreak.uploads.table;

import io.daybreak.kit.access.Roles;
import io.daybreak.uploads.fault.UploadException;
import io.daybreak.uploads.table.TableConfiguration.Access;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which tables there are, and who may load them. */
@Path("/api/csv-tables")
@Tag(name = "CSV uploads")
@RolesAllowed(Roles.OPERATOR)
class TableResource {

  /**
   * A table as its configuration says.
   *
   * @param channels Slack's ids of those in which it may be loaded; empty for all
   * @param users Slack's ids of those who may load it; empty for everybody there
   * @param problem what is wrong with the configuration; the rest is then empty
   */
  record TableView(
      String name,
      Set<String> channels,
      Set<String> users,
      @Nullable String targetPath,
      @Nullable String jobName,
      @Nullable String problem) {}

  private final TableStore tables;

  TableResource(TableStore tables) {
    this.tables = tables;
  }

  @GET
  @Blocking
  @Operation(summary = "The tables that CSV files are loaded into, and who may load each")
  public List<TableView> list() {
    return tables.tables().stream().map(this::view).toList();
  }

  private TableView view(String name) {
    try {
      TableConfiguration table = tables.find(name, true);
      Access access = table.access();
      return new TableView(
          name, access.channels(), access.users(), table.targetPath(), table.jobName(), null);
    } catch (UploadException e) {
      return new TableView(name, Set.of(), Set.of(), null, null, e.getMessage());
    }
  }
}
