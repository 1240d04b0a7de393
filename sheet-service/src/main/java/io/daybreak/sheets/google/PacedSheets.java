package io.daybreak.sheets.google;

import io.daybreak.contracts.sheet.TabLayout;
import io.daybreak.kit.budget.Budget;
import io.daybreak.kit.budget.BudgetExhaustedException;
import io.daybreak.kit.budget.Budgets;
import io.daybreak.kit.budget.CallRefusedException;
import io.daybreak.sheets.failure.FailureException;
import io.daybreak.sheets.grid.CellRange;
import io.daybreak.sheets.grid.FormulaCell;
import io.daybreak.sheets.grid.GridChange;
import io.daybreak.sheets.grid.TabView;
import io.daybreak.sheets.grid.Workbook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * Google Sheets at the pace of its quotas: every call waits for its slot first. A 429 is no
 * execution; the call waits for another slot then, a bounded number of times. Nothing else is ever
 * sent again.
 *
 * <p>All methods block, perhaps for minutes, and throw {@link FailureException}s with a {@link
 * GoogleFailure}.
 */
@ApplicationScoped
public class PacedSheets {

  private final SheetsGateway gateway;
  private final Budgets budgets;
  private final GoogleSettings settings;
  private final ServiceAccount account;
  private final CallCounts counts;
  private final List<Budget> reads;
  private final List<Budget> writes;

  PacedSheets(
      SheetsGateway gateway,
      Budgets budgets,
      GoogleSettings settings,
      ServiceAccount account,
      CallCounts counts) {
    this.gateway = gateway;
    this.budgets = budgets;
    this.settings = settings;
    this.account = account;
    this.counts = counts;
    this.reads = budgets("reads", settings.quota(), account);
    this.writes = budgets("writes", settings.quota(), account);
  }

  private static List<Budget> budgets(
      String kind, GoogleSettings.Quota quota, ServiceAccount account) {
    return List.of(
        Budget.perMinute(
            "google:%s:user:%s".formatted(kind, account.email()),
            quota.userPerMinute(),
            quota.userBurst()),
        Budget.perMinute(
            "google:%s:project:%s".formatted(kind, account.project()),
            quota.projectPerMinute(),
            quota.projectBurst()));
  }

  /** E-mail of the service account, to be told to people. */
  public String account() {
    return account.email();
  }

  public Workbook workbook(String spreadsheet) {
    return paced("read", reads, () -> gateway.workbook(spreadsheet));
  }

  public List<List<List<Object>>> columns(String spreadsheet, List<CellRange> ranges) {
    return paced("read", reads, () -> gateway.columns(spreadsheet, ranges));
  }

  /** See {@link SheetsGateway#tab}. */
  public Optional<TabView> tab(String spreadsheet, int tab, TabLayout layout) {
    return paced("read", reads, () -> gateway.tab(spreadsheet, tab, layout));
  }

  /** See {@link SheetsGateway#formulas}. */
  public List<FormulaCell> formulas(String spreadsheet, Collection<Integer> tabs, int most) {
    return paced("read", reads, () -> gateway.formulas(spreadsheet, tabs, most));
  }

  /**
   * @param fence asked once the call has its slot; what it throws keeps the call from leaving
   */
  public void change(String spreadsheet, List<GridChange> changes, Fence fence) {
    write(fence, () -> nothing(() -> gateway.change(spreadsheet, changes)));
    counts.cellsWritten(
        changes.stream()
            .filter(GridChange.PutRows.class::isInstance)
            .map(GridChange.PutRows.class::cast)
            .mapToLong(put -> (long) put.rows().size() * put.columns())
            .sum());
  }

  public void write(String spreadsheet, CellRange range, List<List<Object>> rows, Fence fence) {
    write(fence, () -> nothing(() -> gateway.write(spreadsheet, range, rows)));
    counts.cellsWritten(range.cells());
  }

  public int copyTab(String fromSpreadsheet, int tab, String toSpreadsheet, Fence fence) {
    return write(fence, () -> gateway.copyTab(fromSpreadsheet, tab, toSpreadsheet));
  }

  private <T> T write(Fence fence, Supplier<T> call) {
    try {
      return budgets.call(
          writes,
          () -> {
            fence.check();
            return counted("write", call);
          });
    } catch (BudgetExhaustedException e) {
      throw new GoogleFailure.RateLimited().toException(e);
    }
  }

  private <T> T paced(String kind, List<Budget> needed, Supplier<T> call) {
    try {
      return budgets.call(needed, () -> counted(kind, call));
    } catch (BudgetExhaustedException e) {
      throw new GoogleFailure.RateLimited().toException(e);
    }
  }

  private <T> T counted(String kind, Supplier<T> call) {
    try {
      T answer = call.get();
      counts.answered(kind);
      return answer;
    } catch (FailureException e) {
      counts.failed(kind, e.failure().code());
      throw e.failure() instanceof GoogleFailure.RateLimited
          ? new CallRefusedException("Google answered 429")
          : e;
    } catch (TimeoutException e) {
      GoogleFailure failure = new GoogleFailure.TimedOut(settings.readTimeout());
      counts.failed(kind, failure.code());
      throw failure.toException(e);
    } catch (BulkheadException e) {
      throw new GoogleFailure.Unavailable("too many calls at once", false, false).toException(e);
    }
  }

  private static boolean nothing(Runnable call) {
    call.run();
    return true;
  }
}
