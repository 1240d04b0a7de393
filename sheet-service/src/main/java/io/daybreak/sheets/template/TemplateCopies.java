package io.daybreak.sheets.template;

import io.daybreak.kit.sql.BlockingSql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which tabs of spreadsheets are copies of a template's tabs, and which raw tabs their formulas
 * were pointed to. All methods block.
 */
@ApplicationScoped
class TemplateCopies {

  private final BlockingSql sql;

  TemplateCopies(BlockingSql sql) {
    this.sql = sql;
  }

  /**
   * A run's use of a template.
   *
   * @param spreadsheet whose rows the template shows
   */
  record Use(String spreadsheet, String template, UUID run) {}

  /** The copies by the id of the template's tab. */
  Map<Integer, TemplateCopy> of(Use use) {
    Map<Integer, TemplateCopy> copies = new HashMap<>();
    for (Row row :
        sql.list(
            """
            select template_sheet_id, sheet_id, named, tabs_before, run_id,
                   run_id <> $3 and exists (
                     select from tab_write
                     where tab_write.run_id = template_tab.run_id and state = 'PUBLISHED')
                   as being_made
            from template_tab
            where spreadsheet_id = $1 and template_spreadsheet_id = $2
            """,
            use.spreadsheet(),
            use.template(),
            use.run())) {
      copies.put(row.getInteger("template_sheet_id"), copy(row));
    }
    return copies;
  }

  private static TemplateCopy copy(Row row) {
    Integer[] before = row.getArrayOfIntegers("tabs_before");
    return new TemplateCopy(
        row.getInteger("sheet_id"),
        row.getBoolean("named"),
        before == null ? Set.of() : Set.of(before),
        row.getUUID("run_id"),
        Boolean.TRUE.equals(row.getBoolean("being_made")));
  }

  /** Tabs of a spreadsheet that are copies, of whatever template. */
  Set<Integer> anyIn(String spreadsheet) {
    return tabs(
        "select sheet_id from template_tab where spreadsheet_id = $1 and sheet_id is not null",
        spreadsheet);
  }

  /**
   * Writes down that a tab is about to be copied, and that no formula of the template's copies is
   * known to be right.
   *
   * @param known what was read of the copy before; null where there was none
   * @return false if another run was faster
   */
  boolean intend(
      Use use, int templateTab, @Nullable TemplateCopy known, Collection<Integer> tabsBefore) {
    return sql.first(
            """
        with intended as (
          insert into template_tab
            (spreadsheet_id, template_spreadsheet_id, template_sheet_id, run_id, tabs_before)
          values ($1, $2, $3, $4, $5)
          on conflict (spreadsheet_id, template_spreadsheet_id, template_sheet_id) do update
          set sheet_id = null, named = false, run_id = excluded.run_id,
              tabs_before = excluded.tabs_before, copied_at = now()
          where template_tab.run_id is not distinct from $6
            and template_tab.sheet_id is not distinct from $7
          returning 1
        ), unlinked as (
          delete from template_link
          where spreadsheet_id = $1 and template_spreadsheet_id = $2
            and exists (select from intended)
        )
        select from intended
        """,
            use.spreadsheet(),
            use.template(),
            templateTab,
            use.run(),
            tabsBefore.toArray(Integer[]::new),
            known == null ? null : known.run(),
            known == null ? null : known.tab())
        .isPresent();
  }

  /**
   * Writes down which tab the copy is.
   *
   * @param intendedBy the run that was about to make it
   * @return false if another run was faster
   */
  boolean made(Use use, int templateTab, @Nullable UUID intendedBy, int copy) {
    return sql.changed(
            """
        update template_tab set sheet_id = $6, run_id = $4
        where spreadsheet_id = $1 and template_spreadsheet_id = $2 and template_sheet_id = $3
          and sheet_id is null and run_id is not distinct from $5
        """,
            use.spreadsheet(),
            use.template(),
            templateTab,
            use.run(),
            intendedBy,
            copy)
        == 1;
  }

  void named(Use use, List<Integer> copies) {
    sql.changed(
        """
        update template_tab set named = true
        where spreadsheet_id = $1 and template_spreadsheet_id = $2 and sheet_id = any($3)
        """,
        use.spreadsheet(),
        use.template(),
        copies.toArray(Integer[]::new));
  }

  /** The raw tabs that the copies' formulas were pointed to since the newest copy was made. */
  Set<Integer> links(Use use) {
    return tabs(
        """
        select sheet_id from template_link
        where spreadsheet_id = $1 and template_spreadsheet_id = $2
        """,
        use.spreadsheet(),
        use.template());
  }

  /**
   * Writes down that the copies' formulas were pointed to a raw tab, unless another run has made a
   * copy meanwhile, or is making one: then the next run looks at the formulas again.
   *
   * @param seen copies whose formulas were looked at, or that are gone
   */
  void link(Use use, int rawTab, Collection<Integer> seen) {
    sql.changed(
        """
        insert into template_link (spreadsheet_id, template_spreadsheet_id, sheet_id)
        select $1, $2, $3
        where not exists (
          select from template_tab
          where spreadsheet_id = $1 and template_spreadsheet_id = $2
            and (sheet_id is null or sheet_id <> all($4)))
        on conflict do nothing
        """,
        use.spreadsheet(),
        use.template(),
        rawTab,
        seen.toArray(Integer[]::new));
  }

  private Set<Integer> tabs(String query, Object... values) {
    return sql.list(query, values).stream()
        .map(row -> row.getInteger("sheet_id"))
        .collect(Collectors.toSet());
  }
}
