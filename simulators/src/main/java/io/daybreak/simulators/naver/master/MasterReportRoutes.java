package io.daybreak.simulators.naver.master;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.refusal.GatewayRefusals;
import io.daybreak.simulators.naver.refusal.RefusedException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * {@code /master-reports}: an account's entities as files. Jobs are BUILT at once, or NONE for the
 * items this simulator has no files for; {@code fromTime} is accepted and ignored.
 */
public final class MasterReportRoutes {

  private static final int JOBS_PER_CUSTOMER = 100;

  private record Job(String id, Account account, String item, Instant orderedAt) {}

  private final Function<Call, Account> accounts;
  private final Supplier<URI> base;
  private final Clock calendar;
  private final Random random;
  private final Map<String, Job> jobs = new LinkedHashMap<>();

  public MasterReportRoutes(
      Clock calendar, long seed, Function<Call, Account> accounts, Supplier<URI> base) {
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

  private Answer order(Call call) {
    String item = item(call);
    if (!MasterFile.ITEMS.contains(item)) {
      throw new RefusedException(refusal(400, "11001", "unknown item"));
    }
    String id = "%016X%016X".formatted(random.nextLong(), random.nextLong());
    var job = new Job(id, accounts.apply(call), item, calendar.instant());
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
              return new Answer.Whole(
                  200,
                  Map.of("Content-Type", "text/tab-separated-values;charset=UTF-8"),
                  Buffer.buffer(new MasterFile(job.account(), job.item()).text()));
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
    boolean built = !new MasterFile(job.account(), job.item()).text().isEmpty();
    return new JsonObject()
        .put("id", job.id())
        .put("item", job.item())
        .putNull("fromTime")
        .put("updateTime", job.orderedAt().truncatedTo(ChronoUnit.SECONDS).toString())
        .put("status", built ? "BUILT" : "NONE")
        .put("downloadUrl", built ? downloadUrl(job) : "");
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
