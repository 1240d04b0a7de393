package io.daybreak.imports.report;

import io.daybreak.imports.naver.NaverAccount;
import io.daybreak.imports.naver.NaverClient;
import io.daybreak.imports.naver.NaverException;
import io.daybreak.imports.naver.NaverFailure;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Deletes the report jobs of runs that have ended, where no other run is at work on the account:
 * off the way of every run, a few at a time, one attempt each and sweep.
 */
@ApplicationScoped
public class JobSweep {

  private static final Logger LOG = Logger.getLogger(JobSweep.class);

  private static final int ACCOUNTS = 4;
  private static final int JOBS = 40;

  private final JobBooks books;
  private final NaverClient naver;

  JobSweep(JobBooks books, NaverClient naver) {
    this.books = books;
    this.naver = naver;
  }

  /** One sweep; blocks. */
  @Scheduled(
      every = "${daybreak.reports.sweep-every:20s}",
      identity = "report-jobs",
      concurrentExecution = ConcurrentExecution.SKIP)
  public void sweep() {
    for (JobBooks.Idle idle : books.idle(ACCOUNTS)) {
      List<Long> ids = books.leftOver(idle.customerId(), JOBS);
      NaverAccount account = naver.account(idle.apiKeyId(), idle.customerId());
      List<Long> gone = new ArrayList<>();
      for (long id : ids) {
        if (!delete(account, id)) {
          break;
        }
        gone.add(id);
      }
      // What could not be deleted goes by itself: NAVER keeps reports for 14 days.
      books.deleted(idle.customerId(), gone.isEmpty() ? ids : gone);
    }
  }

  private static boolean delete(NaverAccount account, long id) {
    try {
      account.deleteReport(id);
      return true;
    } catch (NaverException e) {
      LOG.debugf("Report job %d stays at NAVER: %s", id, e.getMessage());
      return e.failure() instanceof NaverFailure.NotFound;
    }
  }
}
