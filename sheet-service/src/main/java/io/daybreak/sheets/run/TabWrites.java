package io.daybreak.sheets.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.contracts.sheet.PrepareTab;
import io.daybreak.contracts.sheet.SheetCommand;
import io.daybreak.contracts.sheet.TabLayout;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * Takes commands in hand. That is committed before Google is called, so that a crash in between is
 * seen; see {@link RunSteps} for what comes after the call. All methods block.
 */
@ApplicationScoped
public class TabWrites {

  static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Pool pool;
  private final ObjectMapper json;
  private final Leases leases;

  TabWrites(Pool pool, ObjectMapper json, Leases leases) {
    this.pool = pool;
    this.json = json;
    this.leases = leases;
  }

  /** Takes a command in hand, if it is its turn. */
  public Taking take(SheetCommand command) {
    RowSet<Row> taken =
        command instanceof PrepareTab prepare ? takeFirst(prepare) : takeNext(command);
    return taken.size() == 1
        ? new Taking.InHand(tabWrite(taken.iterator().next()))
        : whyNot(command);
  }

  private RowSet<Row> takeFirst(PrepareTab command) {
    return await(
        pool.preparedQuery(
                """
                insert into tab_write
                  (run_id, spreadsheet_id, state, layout, replace_from, in_hand_seq, holder, lease_until)
                values ($1, $2, 'STAGING', $3, $4, $5, $6, now() + $7 * interval '1 millisecond')
                on conflict (run_id) do nothing
                returning *
                """)
            .execute(
                Tuple.tuple()
                    .addUUID(command.runId())
                    .addString(command.spreadsheetId())
                    .addString(write(command.layout()))
                    .addLocalDate(command.replaceFrom())
                    .addLong(command.sequence())
                    .addUUID(leases.holder())
                    .addDouble(leases.millis())));
  }

  private RowSet<Row> takeNext(SheetCommand command) {
    return await(
        pool.preparedQuery(
                """
                update tab_write
                set in_hand_seq = $2, holder = $3,
                    lease_until = now() + $4 * interval '1 millisecond', updated_at = now()
                where run_id = $1 and state = 'STAGING' and next_seq = $2 and in_hand_seq is null
                returning *
                """)
            .execute(
                Tuple.of(command.runId(), command.sequence(), leases.holder(), leases.millis())));
  }

  private Taking whyNot(SheetCommand command) {
    Iterator<Row> rows =
        await(
                pool.preparedQuery(
                        "select state, next_seq, in_hand_seq from tab_write where run_id = $1")
                    .execute(Tuple.of(command.runId())))
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
   * Whether a run cannot end well without a command: nobody has carried it out, or has it in hand,
   * and the run has not ended.
   */
  public boolean lacks(SheetCommand command) {
    Taking untaken = whyNot(command);
    return untaken instanceof Taking.Gap || untaken instanceof Taking.HolderLost;
  }

  /** Writes down the staging tab before Google is asked to make it, so that it is found again. */
  public void plan(TabWrite write, int stagingTab, int stagingRows, int keptRows) {
    await(
        pool.preparedQuery(
                """
                update tab_write set staging_sheet_id = $3, staging_rows = $4, kept_rows = $5
                where run_id = $1 and holder = $2
                """)
            .execute(Tuple.of(write.runId(), write.holder(), stagingTab, stagingRows, keptRows)));
  }

  /**
   * Makes sure, before a write that people will see, that the run was not ended meanwhile.
   *
   * @throws io.daybreak.sheets.failure.FailureException with {@link Taking.HolderLost} if it was
   */
  public void requireHeld(TabWrite write) {
    RowSet<Row> held =
        await(
            pool.preparedQuery(
                    """
                    select 1 from tab_write
                    where run_id = $1 and holder = $2 and in_hand_seq = $3 and lease_until > now()
                    """)
                .execute(Tuple.of(write.runId(), write.holder(), write.sequence())));
    if (held.size() == 0) {
      throw new Taking.HolderLost(write.sequence()).toException();
    }
  }

  private TabWrite tabWrite(Row row) {
    return new TabWrite(
        row.getUUID("run_id"),
        row.getString("spreadsheet_id"),
        layout(row.getString("layout")),
        row.getLocalDate("replace_from"),
        row.getInteger("staging_sheet_id"),
        row.getInteger("staging_rows"),
        row.getInteger("kept_rows"),
        row.getLong("rows_staged"),
        row.getLong("in_hand_seq"),
        row.getUUID("holder"));
  }

  private String write(TabLayout layout) {
    try {
      return json.writeValueAsString(layout);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The layout has no JSON form", e);
    }
  }

  private TabLayout layout(String text) {
    try {
      return json.readValue(text, TabLayout.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored layout is unreadable", e);
    }
  }

  private static <T> T await(Uni<T> query) {
    return query.await().atMost(PATIENCE);
  }
}
