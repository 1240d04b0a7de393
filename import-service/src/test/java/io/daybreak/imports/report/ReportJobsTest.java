package io.daybreak.imports.report;

import static io.daybreak.imports.report.ReportType.AD_CONVERSION_DETAIL;
import static io.daybreak.imports.report.ReportType.AD_DETAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.naver.NaverCall;
import io.daybreak.imports.naver.NaverException;
import io.daybreak.imports.naver.NaverFailure;
import io.daybreak.imports.naver.ReportStatus;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ReportJobsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final ReportOrder ORDER = new ReportOrder(AD_DETAIL, DAY);
  private static final ReportOrder CONVERSIONS = new ReportOrder(AD_CONVERSION_DETAIL, DAY);
  private static final ReportConfig CONFIG =
      new SmallRyeConfigBuilder()
          .addDiscoveredConverters()
          .withMapping(ReportConfig.class)
          .withDefaultValue("daybreak.reports.jobs-ahead", "4")
          .withDefaultValue("daybreak.reports.shortest-pause", "5ms")
          .withDefaultValue("daybreak.reports.longest-pause", "20ms")
          .withDefaultValue("daybreak.reports.longest-build", "200ms")
          .withDefaultValue("daybreak.reports.downloads-again", "2")
          .build()
          .getConfigMapping(ReportConfig.class);

  private final ScriptedAccount naver = new ScriptedAccount();
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private Thread thread = new Thread();
  private final Set<Long> written = new HashSet<>();
  private final JobBook book =
      new JobBook() {
        @Override
        public void ordered(Collection<Long> ids) {
          written.addAll(ids);
        }

        @Override
        public void deleted(Collection<Long> ids) {
          written.removeAll(ids);
        }

        @Override
        public List<Long> leftOver(int most) {
          return List.of();
        }
      };

  @AfterEach
  void stop() {
    thread.interrupt();
  }

  @Test
  void reportsAreOrderedAheadWithinTheWindowAndWrittenDownToBeDeletedLater()
      throws InterruptedException {
    List<ReportOrder> orders =
        IntStream.range(0, 12)
            .mapToObj(day -> new ReportOrder(AD_DETAIL, DAY.minusDays(day)))
            .toList();
    ReportBoard board = new ReportBoard(orders);
    ReportJobs jobs = jobs(board);
    work(jobs);

    for (int read = 0; read < orders.size(); read++) {
      ReportOrder order = orders.get(read);
      assertThat(board.await(order)).isInstanceOf(ReportOutcome.Built.class);
      assertThat(naver.callsOf("order")).isLessThanOrEqualTo(read + 4);
      board.read(order);
    }
    thread.join();
    jobs.writeDown();

    assertThat(naver.callsOf("order")).isEqualTo(12);
    assertThat(naver.callsOf("delete")).isZero();
    assertThat(written).hasSize(12);
  }

  @Test
  void oneCallLooksAtAllJobs() throws InterruptedException {
    ReportBoard board = start(List.of(ORDER, CONVERSIONS));

    board.await(ORDER);
    board.await(CONVERSIONS);

    assertThat(naver.callsOf("list")).isLessThanOrEqualTo(2);
  }

  @Test
  void aDayWithoutDataIsEmpty() throws InterruptedException {
    naver.shows((id, order) -> ReportStatus.NONE);
    ReportBoard board = start(List.of(ORDER));

    assertThat(board.await(ORDER)).isEqualTo(new ReportOutcome.Empty());
    thread.join();
  }

  @Test
  void revisedDataAreOrderedAnewOnce() throws InterruptedException {
    naver.shows((id, order) -> id == 1 ? ReportStatus.CHANGED : ReportStatus.BUILT);
    ReportBoard board = start(List.of(ORDER));

    assertThat(board.await(ORDER)).isEqualTo(new ReportOutcome.Built(URI.create("/download?id=2")));
  }

  @Test
  void aReportThatWasRevisedBetweenLookAndDownloadIsOrderedAnew() throws InterruptedException {
    ReportBoard board = start(List.of(ORDER));
    board.await(ORDER);
    naver.shows((id, order) -> id == 1 ? ReportStatus.CHANGED : ReportStatus.BUILT);

    ReportOutcome outcome = board.awaitAfter(serverError(), ORDER);

    assertThat(outcome).isEqualTo(new ReportOutcome.Built(URI.create("/download?id=2")));
  }

  @Test
  void aDownloadThatFailsForNoReasonOfTheReportIsMadeAgainAFewTimes() throws InterruptedException {
    ReportBoard board = start(List.of(ORDER));
    board.await(ORDER);
    NaverException failure = serverError();

    assertThat(board.awaitAfter(serverError(), ORDER)).isInstanceOf(ReportOutcome.Built.class);
    assertThat(board.awaitAfter(serverError(), ORDER)).isInstanceOf(ReportOutcome.Built.class);
    assertThatThrownBy(() -> board.awaitAfter(failure, ORDER)).isSameAs(failure);
    assertThat(naver.callsOf("order")).isEqualTo(1);
  }

  @Test
  void aReportThatIsGoneIsOrderedAnewOnceAndThenNamed() throws InterruptedException {
    ReportBoard board = start(List.of(ORDER));
    board.await(ORDER);
    naver.shows((id, order) -> id == 1 ? null : ReportStatus.BUILT);
    assertThat(board.awaitAfter(serverError(), ORDER)).isInstanceOf(ReportOutcome.Built.class);
    naver.shows((id, order) -> null);

    assertThatThrownBy(() -> board.awaitAfter(serverError(), ORDER))
        .satisfies(failure -> assertCode(failure, FailureCode.NAVER_REPORT_GONE));
  }

  @Test
  void aJobThatAppearsInTheListALittleLaterIsNotGone() throws InterruptedException {
    naver.shows((id, order) -> naver.callsOf("list") == 1 ? null : ReportStatus.BUILT);
    ReportBoard board = start(List.of(ORDER));

    assertThat(board.await(ORDER)).isInstanceOf(ReportOutcome.Built.class);
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR,       NAVER_REPORT_FAILED",
    "CHANGED,     NAVER_REPORT_GONE",
    ",            NAVER_REPORT_GONE"
  })
  void whatWillNotComeFailsEveryReaderWithItsReason(ReportStatus status, FailureCode code)
      throws InterruptedException {
    naver.shows((id, order) -> order.equals(CONVERSIONS) ? status : ReportStatus.RUNNING);
    ReportBoard board = start(List.of(CONVERSIONS, ORDER));

    assertThatThrownBy(() -> board.await(CONVERSIONS)).satisfies(e -> assertCode(e, code));
    assertThatThrownBy(() -> board.await(ORDER)).satisfies(e -> assertCode(e, code));
    assertThatThrownBy(() -> board.awaitAfter(serverError(), ORDER))
        .satisfies(e -> assertCode(e, code));
  }

  @ParameterizedTest
  @EnumSource(
      value = ReportStatus.class,
      names = {"AGGREGATING", "RUNNING", "UNKNOWN"})
  void aDayThatIsNotReadyEndsNothing(ReportStatus status) throws InterruptedException {
    naver.shows((id, order) -> order.equals(CONVERSIONS) ? status : ReportStatus.BUILT);
    ReportBoard board = start(List.of(CONVERSIONS, ORDER));

    assertThat(board.await(CONVERSIONS)).isInstanceOf(ReportOutcome.NotReady.class);
    assertThat(board.await(ORDER)).isInstanceOf(ReportOutcome.Built.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {20007, 20011})
  void aDayWhoseOrderIsRefusedIsNotOrderedTwice(int code) throws InterruptedException {
    naver.refuses(order -> refused(code));
    ReportBoard board = start(List.of(ORDER, CONVERSIONS));

    assertThat(board.await(ORDER)).isInstanceOf(ReportOutcome.NotReady.class);
    assertThat(board.await(CONVERSIONS)).isInstanceOf(ReportOutcome.NotReady.class);
    assertThat(naver.callsOf("order")).isEqualTo(1);
  }

  @Test
  void conversionsThatNaverNoLongerKeepsAreUnknownAndNoFailure() throws InterruptedException {
    naver.refuses(order -> order.equals(CONVERSIONS) ? refused(10004) : null);
    ReportBoard board = start(List.of(ORDER, CONVERSIONS));

    assertThat(board.await(CONVERSIONS)).isEqualTo(new ReportOutcome.NotKept());
    assertThat(board.await(ORDER)).isInstanceOf(ReportOutcome.Built.class);
  }

  @Test
  void aDayThatNaverNoLongerKeepsFailsTheRun() {
    naver.refuses(order -> refused(10004));
    ReportBoard board = start(List.of(ORDER));

    assertThatThrownBy(() -> board.await(ORDER))
        .satisfies(e -> assertCode(e, FailureCode.NAVER_REFUSED))
        .hasMessageContaining("no longer keeps");
  }

  @Test
  void theJobsOfACancelledRunAreWrittenDown() throws InterruptedException {
    naver.shows((id, order) -> ReportStatus.RUNNING);
    ReportBoard board = new ReportBoard(List.of(ORDER, CONVERSIONS));
    ReportJobs jobs = jobs(board);
    work(jobs);
    await().until(() -> naver.jobs().size() == 2);

    cancelled.set(true);
    thread.join();
    jobs.writeDown();

    assertThatThrownBy(() -> board.await(ORDER)).hasMessage("cancelled");
    assertThat(written).hasSize(2);
  }

  private ReportBoard start(List<ReportOrder> orders) {
    ReportBoard board = new ReportBoard(orders);
    work(jobs(board));
    return board;
  }

  private ReportJobs jobs(ReportBoard board) {
    return new ReportJobs(naver, board, CONFIG, book, this::check);
  }

  private void work(ReportJobs jobs) {
    thread = new Thread(jobs::work);
    thread.start();
  }

  private void check() {
    if (cancelled.get()) {
      throw new IllegalStateException("cancelled");
    }
  }

  private static NaverException refused(int code) {
    return new NaverException(new NaverFailure.Refused(NaverCall.ORDER_REPORT, 400, code));
  }

  private static NaverException serverError() {
    return new NaverException(new NaverFailure.ServerError(NaverCall.DOWNLOAD_REPORT, 500));
  }

  private static void assertCode(Throwable failure, FailureCode code) {
    assertThat(failure).isInstanceOf(NaverException.class);
    assertThat(((NaverException) failure).failure().code()).isEqualTo(code);
  }
}
