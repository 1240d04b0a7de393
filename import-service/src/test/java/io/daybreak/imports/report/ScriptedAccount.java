package io.daybreak.imports.report;

import io.daybreak.imports.naver.BodyReader;
import io.daybreak.imports.naver.MasterReport;
import io.daybreak.imports.naver.NaverAccount;
import io.daybreak.imports.naver.NaverException;
import io.daybreak.imports.naver.ReportStatus;
import io.daybreak.imports.naver.StatReport;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;

/** NAVER's side of report jobs, as the test wants it; remembers every call. */
final class ScriptedAccount implements NaverAccount {

  final List<String> calls = new CopyOnWriteArrayList<>();
  private final Map<Long, ReportOrder> jobs = new TreeMap<>();
  private int most;
  private long lastId;
  private Function<ReportOrder, RuntimeException> refusal = order -> null;
  private BiFunction<Long, ReportOrder, ReportStatus> status = (id, order) -> ReportStatus.BUILT;

  /** What the list says about each job; null leaves it out. */
  void shows(BiFunction<Long, ReportOrder, ReportStatus> status) {
    this.status = status;
  }

  /** What ordering throws; null lets the order through. */
  void refuses(Function<ReportOrder, RuntimeException> refusal) {
    this.refusal = refusal;
  }

  /** Jobs that stood at the same time, at most. */
  synchronized int mostJobs() {
    return most;
  }

  synchronized Collection<ReportOrder> jobs() {
    return List.copyOf(jobs.values());
  }

  long callsOf(String kind) {
    return calls.stream().filter(call -> call.startsWith(kind)).count();
  }

  @Override
  public String customerId() {
    return "1000001";
  }

  @Override
  public synchronized StatReport orderReport(String reportType, LocalDate day) {
    calls.add("order " + reportType + " " + day);
    ReportOrder order = new ReportOrder(ReportType.valueOf(reportType), day);
    RuntimeException refused = refusal.apply(order);
    if (refused != null) {
      throw refused;
    }
    jobs.put(++lastId, order);
    most = Math.max(most, jobs.size());
    return new StatReport(lastId, ReportStatus.REGIST, "");
  }

  @Override
  public synchronized List<StatReport> reports() {
    calls.add("list");
    List<StatReport> seen = new ArrayList<>();
    jobs.forEach(
        (id, order) -> {
          ReportStatus now = status.apply(id, order);
          if (now != null) {
            seen.add(
                new StatReport(id, now, now == ReportStatus.BUILT ? "/download?id=" + id : ""));
          }
        });
    return seen;
  }

  @Override
  public synchronized void deleteReport(long id) throws NaverException {
    calls.add("delete " + id);
    jobs.remove(id);
  }

  @Override
  public <T> T downloadReport(URI downloadUrl, BodyReader<T> reader) {
    throw new AssertionError("A report jobs neither downloads nor asks for names");
  }

  @Override
  public MasterReport orderMasterReport(String item, Instant from) {
    throw new AssertionError("A report jobs neither downloads nor asks for names");
  }

  @Override
  public List<MasterReport> masterReports() {
    throw new AssertionError("A report jobs neither downloads nor asks for names");
  }

  @Override
  public <T> T downloadMasterReport(URI downloadUrl, BodyReader<T> reader) {
    throw new AssertionError("A report jobs neither downloads nor asks for names");
  }

  @Override
  public Map<String, String> campaigns(Collection<String> ids) {
    throw new AssertionError("A report jobs neither downloads nor asks for names");
  }

  @Override
  public Map<String, String> adGroups(Collection<String> ids) {
    throw new AssertionError("A report jobs neither downloads nor asks for names");
  }

  @Override
  public Map<String, String> keywords(Collection<String> ids) {
    throw new AssertionError("A report jobs neither downloads nor asks for names");
  }
}
