package io.daybreak.sheets.template;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Which tabs of spreadsheets are copies of a template's tabs. All methods block. */
@ApplicationScoped
class TemplateCopies {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Pool pool;

  TemplateCopies(Pool pool) {
    this.pool = pool;
  }

  /** The copies by the id of the template's tab. */
  Map<Integer, TemplateCopy> of(String spreadsheet, String template) {
    RowSet<Row> rows =
        execute(
            """
            select template_sheet_id, sheet_id, named from template_tab
            where spreadsheet_id = $1 and template_spreadsheet_id = $2
            """,
            Tuple.of(spreadsheet, template));
    return StreamSupport.stream(rows.spliterator(), false)
        .collect(
            Collectors.toMap(
                row -> row.getInteger("template_sheet_id"),
                row -> new TemplateCopy(row.getInteger("sheet_id"), row.getBoolean("named"))));
  }

  void record(String spreadsheet, String template, int templateTab, int copy) {
    execute(
        """
        insert into template_tab
          (spreadsheet_id, template_spreadsheet_id, template_sheet_id, sheet_id)
        values ($1, $2, $3, $4)
        on conflict (spreadsheet_id, template_spreadsheet_id, template_sheet_id) do update
        set sheet_id = excluded.sheet_id, named = false, copied_at = now()
        """,
        Tuple.of(spreadsheet, template, templateTab, copy));
  }

  void named(String spreadsheet, String template) {
    execute(
        """
        update template_tab set named = true
        where spreadsheet_id = $1 and template_spreadsheet_id = $2 and not named
        """,
        Tuple.of(spreadsheet, template));
  }

  private RowSet<Row> execute(String sql, Tuple values) {
    return pool.preparedQuery(sql).execute(values).await().atMost(PATIENCE);
  }
}
