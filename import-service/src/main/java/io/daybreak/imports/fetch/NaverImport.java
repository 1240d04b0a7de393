package io.daybreak.imports.fetch;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.format.DayTooLargeException;
import io.daybreak.imports.names.AccountNames;
import io.daybreak.imports.naver.NaverAccount;
import io.daybreak.imports.naver.NaverClient;
import io.daybreak.imports.naver.NaverException;
import io.daybreak.imports.plan.ImportDays;
import io.daybreak.imports.report.JobBooks;
import io.daybreak.imports.report.ReportConfig;
import io.daybreak.imports.run.ClaimedRun;
import io.daybreak.imports.run.ImportWork;
import io.daybreak.imports.run.RunFailure;
import io.daybreak.imports.run.RunProgress;
import io.daybreak.kit.budget.WaitInterruptedException;
import io.daybreak.kit.queue.QueueSender;
import io.daybreak.kit.queue.QueueUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Executes a run, and gives every way it can fail its code and reason. */
@ApplicationScoped
public class NaverImport implements ImportWork {

  private final NaverClient naver;
  private final AccountNames names;
  private final QueueSender queue;
  private final ImportDays days;
  private final Clock clock;
  private final DayLedger ledger;
  private final JobBooks books;
  private final DoubtConfig doubts;
  private final ReportConfig reports;
  private final FetchConfig config;

  NaverImport(
      NaverClient naver,
      AccountNames names,
      QueueSender queue,
      ImportDays days,
      Clock clock,
      DayLedger ledger,
      JobBooks books,
      DoubtConfig doubts,
      ReportConfig reports,
      FetchConfig config) {
    this.naver = naver;
    this.names = names;
    this.queue = queue;
    this.days = days;
    this.clock = clock;
    this.ledger = ledger;
    this.books = books;
    this.doubts = doubts;
    this.reports = reports;
    this.config = config;
  }

  @Override
  public SentRows execute(ClaimedRun run, RunProgress progress) {
    try (Fetch fetch = fetch(run, progress)) {
      SentRows sent = fetch.execute();
      ledger.write(run, fetch.entries());
      return sent;
    } catch (NaverException e) {
      throw new RunFailure(e.failure().code(), e.failure().reason(), e);
    } catch (DayTooLargeException e) {
      throw new RunFailure(
          FailureCode.DAY_TOO_LARGE,
          "%s has more than the %d rows that one day may have; choose a format with fewer rows."
              .formatted(e.day(), e.limit()),
          e);
    } catch (QueueUnavailableException e) {
      throw new RunFailure(
          FailureCode.QUEUE_UNAVAILABLE,
          "The queue to the spreadsheet did not take the rows; start the run again.",
          e);
    } catch (InterruptedException | WaitInterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunFailure(
          FailureCode.WORKER_LOST,
          "The instance that collected the data was shut down; start the run again.",
          e);
    }
  }

  private Fetch fetch(ClaimedRun run, RunProgress progress) {
    NaverAccount account = naver.account(run.apiKeyId(), run.customerId());
    return new Fetch(
        run,
        progress,
        account,
        names.of(account, run.format(), run.from(), progress::checkCancelled),
        new RowChunks(run, queue::send, progress::checkCancelled),
        new DayCheck(ledger.history(run), doubts, days.today(), clock.instant()),
        books.of(run),
        days.today(),
        reports,
        config);
  }
}
