package io.daybreak.sheets.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.contracts.sheet.PrepareTab;
import io.daybreak.contracts.sheet.SheetCommand;
import io.daybreak.contracts.sheet.TabLayout;
import io.daybreak.kit.sql.BlockingSql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Claims commands. That is committed before Google is called, so that a crash in between is seen;
 * see {@link RunSteps} for what comes after the call. All methods block.
 */
@ApplicationScoped
public class TabWrites {

  private final BlockingSql sql;
  private final ObjectMapper json;
  private final Leases leases;

  TabWrites(BlockingSql sql, ObjectMapper json, Leases leases) {
    this.sql = sql;
    this.json = json;
    this.leases = leases;
  }

  /** Claims a command, if it is its turn. */
  public Taking take(SheetCommand command) {
    RowSet<Row> taken =
        command instanceof PrepareTab prepare ? takeFirst(prepare) : takeNext(command);
    return taken.size() == 1
        ? new Taking.InHand(tabWrite(taken.iterator().next()))
        : whyNot(command);
  }

  private RowSet<Row> takeFirst(PrepareTab command) {
    return sql.execute(
        """
                insert into tab_write
                  (run_id, spreadsheet_id, state, layout, replace_from, in_hand_seq, holder,
                   lease_until, replace_to, estimated_rows, tab_id)
                values ($1, $2, 'STAGING', $3, $4, $5, $6, now() + $7 * interval '1 millisecond',
                        $8, $9, coalesce($10, (
                          select sheet_id from tab
                          where spreadsheet_id = $2 and title = $11
                          order by updated_at desc limit 1)))
                on conflict (run_id) do nothing
                returning *
                """,
        command.runId(),
        command.spreadsheetId(),
        text(command.layout()),
        command.replaceFrom(),
        command.sequence(),
        leases.holder(),
        leases.millis(),
        command.replaceTo(),
        command.estimatedRows(),
        command.tabId(),
        command.layout().title());
  }

  private RowSet<Row> takeNext(SheetCommand command) {
    return sql.execute(
        """
                update tab_write
                set in_hand_seq = $2, holder = $3,
                    lease_until = now() + $4 * interval '1 millisecond', updated_at = now()
                where run_id = $1 and state = 'STAGING' and next_seq = $2 and in_hand_seq is null
                returning *
                """,
        command.runId(),
        command.sequence(),
        leases.holder(),
        leases.millis());
  }

  private Taking whyNot(SheetCommand command) {
    Iterator<Row> rows =
        sql.execute(
                "select state, next_seq, in_hand_seq from tab_write where run_id = $1",
                command.runId())
            .iterator();
    if (!rows.hasNext()) {
      return new Taking.Gap(0, command.sequence());
    }
    Row row = rows.next();
    boolean live = List.of("STAGING", "PUBLISHED").contains(row.getString("state"));
    Long inHand = row.getLong("in_hand_seq");
    if (!live || command.sequence() < row.getLong("next_seq")) {
      return new Taking.Nothing();
    }
    if (inHand != null) {
      return command.sequence() == inHand ? new Taking.Nothing() : new Taking.HolderLost(inHand);
    }
    return new Taking.Gap(row.getLong("next_seq"), command.sequence());
  }

  /**
   * Whether a run cannot end well without a command: nobody has carried it out or claimed it, and
   * the run has not ended.
   */
  public boolean lacks(SheetCommand command) {
    Taking untaken = whyNot(command);
    return untaken instanceof Taking.Gap || untaken instanceof Taking.HolderLost;
  }

  /** Writes down which tab people see, and from which day on its rows are replaced. */
  public void found(TabWrite write, @Nullable Integer tabId, @Nullable LocalDate replaceFrom) {
    sql.execute(
        """
                update tab_write set tab_id = $3, replace_from = $4
                where run_id = $1 and holder = $2
                """,
        write.runId(),
        write.holder(),
        tabId,
        replaceFrom);
  }

  /** Writes down the staging tab before Google is asked to make it, so that it is found again. */
  public void plan(TabWrite write, int stagingTab, int stagingRows, int keptRows) {
    sql.execute(
        """
                update tab_write set staging_sheet_id = $3, staging_rows = $4, kept_rows = $5
                where run_id = $1 and holder = $2
                """,
        write.runId(),
        write.holder(),
        stagingTab,
        stagingRows,
        keptRows);
  }

  /**
   * Takes over what others have left while they published, or copied a template afterwards: their
   * update may have happened. The command stays as it is, only the holder is another one.
   */
  public List<TabWrite> takePublishing() {
    RowSet<Row> taken =
        sql.execute(
            """
                    update tab_write
                    set holder = $1, lease_until = now() + $2 * interval '1 millisecond'
                    where run_id in (
                      select run_id from tab_write
                      where (state = 'STAGING' and publishing_since is not null
                             or state = 'PUBLISHED')
                        and lease_until < now()
                      order by lease_until limit 10
                      for update skip locked)
                    returning *
                    """,
            leases.holder(),
            leases.millis());
    return StreamSupport.stream(taken.spliterator(), false).map(this::tabWrite).toList();
  }

  /**
   * Makes sure, immediately before a write, that the run was not ended meanwhile.
   *
   * @throws io.daybreak.sheets.failure.FailureException with {@link Taking.HolderLost} if it was
   */
  public void requireHeld(TabWrite write) {
    RowSet<Row> held =
        sql.execute(
            """
                    select 1 from tab_write
                    where run_id = $1 and holder = $2 and in_hand_seq = $3 and lease_until > now()
                      and state in ('STAGING', 'PUBLISHED')
                    """,
            write.runId(),
            write.holder(),
            write.sequence());
    if (held.size() == 0) {
      throw new Taking.HolderLost(write.sequence()).toException();
    }
  }

  /**
   * The same before the update that people will see, and writes down what it will have made, so
   * that its end can be found out should nobody hear the answer.
   *
   * @throws io.daybreak.sheets.failure.FailureException with {@link Taking.HolderLost} if the run
   *     was ended meanwhile
   */
  public void publishing(TabWrite write, Publishing publishing) {
    RowSet<Row> held =
        sql.execute(
            """
                    update tab_write set publishing = $4, publishing_since = now()
                    where run_id = $1 and holder = $2 and in_hand_seq = $3 and lease_until > now()
                      and state = 'STAGING'
                    """,
            write.runId(),
            write.holder(),
            write.sequence(),
            text(publishing));
    if (held.rowCount() == 0) {
      throw new Taking.HolderLost(write.sequence()).toException();
    }
  }

  /** What a run was about to publish, and for how long; nothing if it was not. */
  public Optional<Attempt> attempt(TabWrite write) {
    RowSet<Row> rows =
        sql.execute(
            """
                    select publishing, state = 'PUBLISHED' as published,
                           extract(epoch from now() - publishing_since)::float8 as age
                    from tab_write where run_id = $1 and publishing is not null
                    """,
            write.runId());
    return StreamSupport.stream(rows.spliterator(), false)
        .map(
            row ->
                new Attempt(
                    value(row.getString("publishing"), Publishing.class),
                    Duration.ofMillis((long) (row.getDouble("age") * 1000)),
                    row.getBoolean("published")))
        .findFirst();
  }

  /**
   * An update that may have happened.
   *
   * @param age since it left
   * @param published whether it is known to have happened
   */
  public record Attempt(Publishing publishing, Duration age, boolean published) {}

  private TabWrite tabWrite(Row row) {
    return new TabWrite(
        row.getUUID("run_id"),
        row.getString("spreadsheet_id"),
        value(row.getString("layout"), TabLayout.class),
        row.getLocalDate("replace_from"),
        row.getLocalDate("replace_to"),
        row.getInteger("tab_id"),
        row.getLong("estimated_rows"),
        row.getInteger("staging_sheet_id"),
        row.getInteger("staging_rows"),
        row.getInteger("kept_rows"),
        row.getLong("rows_staged"),
        DayCounts.read(row.getString("rows_by_day")),
        row.getLong("inline_bytes"),
        row.getLong("in_hand_seq"),
        row.getUUID("holder"));
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(value.getClass() + " has no JSON form", e);
    }
  }

  private <T> T value(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored " + type + " is unreadable", e);
    }
  }
}
