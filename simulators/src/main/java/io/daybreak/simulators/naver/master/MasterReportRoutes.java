package io.daybreak.simulators.naver.master;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.refusal.GatewayRefusals;
import io.daybreak.simulators.naver.refusal.Refusals;
import io.daybreak.simulators.naver.refusal.RefusedException;
import io.daybreak.simulators.naver.report.Files;
import io.daybreak.simulators.naver.report.JobTiming;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code /master-reports}: an account's entities as files. A job is REGIST, RUNNING, then BUILT, or
 * NONE where it has no lines, or ERROR where a script says so ({@code POST|DELETE /_sim/masters}
 * with {@code {"customer":1000001,"item":"Keyword","outcome":"ERROR","times":1}}). Without {@code
 * fromTime} it has all that is not deleted; with it, what has changed since then.
 */
public final class MasterReportRoutes {

  private static final int JOBS_PER_CUSTOMER = 100;

  /** NAVER keeps changes for two years. */
  private static final Duration OLDEST_CHANGES = Duration.ofDays(730);

  private record Job(
      String id,
      Account account,
      String item,
      @Nullable Instant from,
      Instant orderedAt,
      long orderedNanos,
      boolean error,
      String text) {}

  private record Script(@Nullable Long customer, @Nullable String item, int times) {

    boolean concerns(Account account, String ofItem) {
      return times > 0
          && (customer == null || customer == account.customerId())
          && (item == null || item.equals(ofItem));
    }
  }

  private final Function<Call, Account> accounts;
  private final Supplier<URI> base;
  private final Clock calendar;
  private final Random random;
  private final JobTiming timing;
  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private final List<Script> scripts = new ArrayList<>();

  public MasterReportRoutes(
      JobTiming timing,
      Clock calendar,
      long seed,
      Function<Call, Account> accounts,
      Supplier<URI> base) {
    this.timing = timing;
    this.calendar = calendar;
    this.random = new Random(seed + 1);
    this.accounts = accounts;
    this.base = base;
  }

  public Routes addTo(Routes routes) {
    return routes
        .post("/master-reports", this::order)
        .get("/master-reports", this::list)
        .get("/master-reports/{id}", call -> Answer.json(200, shown(job(call))))
        .delete("/master-reports/{id}", this::delete)
        .delete("/master-reports", this::deleteAll);
  }

  /** The switches for these reports. */
  public Routes addSwitches(Routes control) {
    return control.post("/_sim/masters", this::script).delete("/_sim/masters", this::unscript);
  }

  private Answer script(Call call) {
    JsonObject json = call.body().toJsonObject();
    scripts.add(
        new Script(
            json.getLong("customer"),
            json.getString("item"),
            json.getInteger("times", Integer.MAX_VALUE)));
    return Answer.noContent();
  }

  private Answer unscript(Call call) {
    scripts.clear();
    return Answer.noContent();
  }

  private boolean fails(Account account, String item) {
    for (int i = 0; i < scripts.size(); i++) {
      Script script = scripts.get(i);
      if (script.concerns(account, item)) {
        scripts.set(i, new Script(script.customer(), script.item(), script.times() - 1));
        return true;
      }
    }
    return false;
  }

  private Answer order(Call call) {
    String item = item(call);
    if (!MasterFile.ITEMS.contains(item)) {
      throw new RefusedException(refusal(400, "11001", "unknown item"));
    }
    Account account = accounts.apply(call);
    Instant now = calendar.instant();
    Instant from = from(call, now);
    String id = "%016X%016X".formatted(random.nextLong(), random.nextLong());
    var job =
        new Job(
            id,
            account,
            item,
            from,
            now,
            System.nanoTime(),
            fails(account, item),
            new MasterFile(account, item).text(now, from));
    jobs.put(id, job);
    jobs.values().stream()
        .filter(other -> isOf(other, job.account()))
        .skip(JOBS_PER_CUSTOMER)
        .findFirst()
        .ifPresent(tooMany -> removeOldest(job.account()));
    return Answer.json(200, shown(job));
  }

  private static String item(Call call) {
    try {
      return call.body().toJsonObject().getString("item", "");
    } catch (DecodeException | ClassCastException wrong) {
      throw new RefusedException(refusal(400, "11001", "not understood"));
    }
  }

  private static @Nullable Instant from(Call call, Instant now) {
    try {
      String text = call.body().toJsonObject().getString("fromTime");
      Instant from = text == null ? null : Instant.parse(text);
      if (from != null && from.isBefore(now.minus(OLDEST_CHANGES))) {
        throw new RefusedException(refusal(400, "11001", "fromTime is too long ago"));
      }
      return from;
    } catch (DateTimeParseException | ClassCastException wrong) {
      throw new RefusedException(refusal(400, "11001", "fromTime is not understood"));
    }
  }

  private void removeOldest(Account account) {
    jobs.values().stream()
        .filter(job -> isOf(job, account))
        .findFirst()
        .ifPresent(oldest -> jobs.remove(oldest.id()));
  }

  private Answer list(Call call) {
    var list = new JsonArray();
    jobs.values().stream()
        .filter(job -> isOf(job, accounts.apply(call)))
        .forEach(job -> list.add(shown(job)));
    return Answer.json(200, list);
  }

  private Answer delete(Call call) {
    jobs.remove(job(call).id());
    return Answer.noContent();
  }

  private Answer deleteAll(Call call) {
    jobs.values().removeIf(job -> isOf(job, accounts.apply(call)));
    return Answer.noContent();
  }

  /** The file behind a download token, or nothing if the token is not one of a master report. */
  public Optional<Answer> download(Call call, String token) {
    return Optional.ofNullable(jobs.get(token))
        .map(
            job -> {
              if (!isOf(job, accounts.apply(call))) {
                throw new RefusedException(GatewayRefusals.noPermission());
              }
              if (!status(job).equals("BUILT")) {
                throw new RefusedException(Refusals.brokenDownload());
              }
              return Files.answer(call, List.of(Buffer.buffer(job.text())).iterator());
            });
  }

  private Job job(Call call) {
    Job job = jobs.get(call.pathParameter("id").toUpperCase(Locale.ROOT));
    if (job == null || !isOf(job, accounts.apply(call))) {
      throw new RefusedException(refusal(404, "4601", "no such report"));
    }
    return job;
  }

  private static boolean isOf(Job job, Account account) {
    return job.account().customerId() == account.customerId();
  }

  private JsonObject shown(Job job) {
    String status = status(job);
    return new JsonObject()
        .put("id", job.id())
        .put("item", job.item())
        .put("fromTime", job.from() == null ? null : job.from().toString())
        .put("updateTime", job.orderedAt().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("status", status)
        .put("downloadUrl", status.equals("BUILT") ? downloadUrl(job) : "");
  }

  private String status(Job job) {
    long age = System.nanoTime() - job.orderedNanos();
    if (age < timing.registered().toNanos()) {
      return "REGIST";
    }
    if (age < timing.registered().plus(timing.running()).toNanos()) {
      return "RUNNING";
    }
    if (job.error()) {
      return "ERROR";
    }
    return job.text().isEmpty() ? "NONE" : "BUILT";
  }

  private String downloadUrl(Job job) {
    String token = URLEncoder.encode(job.id(), StandardCharsets.UTF_8);
    return base.get() + "/report-download?authtoken=" + token + "&fileVersion=v2";
  }

  /** Master reports have an error body of their own: texts only. */
  private static Answer.Whole refusal(int status, String code, String message) {
    return Answer.json(
        status, new JsonObject().put("code", code).put("message", message).put("details", ""));
  }
}
