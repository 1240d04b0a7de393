package io.daybreak.simulators.sheets.wire;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.RequestHead;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.kernel.Simulation;
import io.daybreak.simulators.sheets.refusal.Refusal;
import io.daybreak.simulators.sheets.workbook.Drive;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Google Sheets and Google's token endpoint: authentication, then quotas, then the call itself. */
public final class SheetsSimulation implements Simulation {

  /** Where service accounts exchange their assertion for a token. */
  public static final String TOKEN_PATH = "/token";

  private static final Pattern SPREADSHEET = Pattern.compile("/v4/spreadsheets/([^/:]+).*");

  private final Tokens tokens;
  private volatile Quotas quotas;
  private final Routes routes = new Routes();
  private final Routes control;

  /**
   * @param accounts public keys of the service accounts, by e-mail address
   * @param perUserAndMinute quota of reads, and of writes, of one user
   * @param perProjectAndMinute the same for all users together
   * @param control routes of the control interface
   */
  public SheetsSimulation(
      Drive drive,
      Map<String, PublicKey> accounts,
      int perUserAndMinute,
      int perProjectAndMinute,
      Routes control) {
    this.tokens = new Tokens(accounts, Clock.systemUTC());
    this.quotas = new Quotas(perUserAndMinute, perProjectAndMinute);
    this.control = control;
    SheetsApi.Users users = call -> tokens.requireUser(call.header("Authorization"));
    new ValuesApi(drive).addTo(routes, users);
    new MetadataApi(drive).addTo(routes, users);
    new SheetsApi(drive).addTo(routes, users);
  }

  /** Changes the quotas; every minute begins anew. */
  public void limit(int perUserAndMinute, int perProjectAndMinute) {
    quotas = new Quotas(perUserAndMinute, perProjectAndMinute);
  }

  /** How long the service account's tokens last from now on; callers renew them before. */
  public void tokensLast(Duration time) {
    tokens.last(time);
  }

  /** A bearer token of a user, for tests and people. */
  public String tokenFor(String user) {
    return tokens.issue(user, true);
  }

  @Override
  public Map<String, String> identify(RequestHead head) {
    if (head.path().equals(TOKEN_PATH)) {
      return Map.of("kind", "token");
    }
    String user = tokens.userOf(head.headers().get("Authorization"));
    Matcher spreadsheet = SPREADSHEET.matcher(head.path());
    return Map.of(
        "kind", writes(head.method(), head.path()) ? "write" : "read",
        "user", user == null ? "" : user,
        "spreadsheet", spreadsheet.matches() ? spreadsheet.group(1) : "");
  }

  @Override
  public Answer answer(Call call) {
    if (call.path().equals(TOKEN_PATH) && call.method().equals("POST")) {
      return tokens.exchange(call);
    }
    try {
      String user = tokens.requireUser(call.header("Authorization"));
      Optional<Quotas.Exceeded> exceeded =
          quotas.admit(writes(call.method(), call.path()), user, call.arrival().nanos());
      return exceeded.isPresent()
          ? Refusals.quotaExceeded(exceeded.get())
          : new Answer.Later(() -> routed(call));
    } catch (Refusal refusal) {
      return Refusals.answer(refusal);
    }
  }

  @Override
  public Answer.Whole refusal(int status) {
    return switch (status) {
      case 401 ->
          Refusals.answer(
              Refusal.of(
                  Refusal.Status.UNAUTHENTICATED,
                  "Request had invalid authentication credentials."));
      case 403 -> Refusals.answer(Refusal.forbidden());
      case 404 -> Refusals.answer(Refusal.notFound());
      case 429 -> Refusals.quotaExceeded(new Quotas.Exceeded("Write", true, 60));
      case 503 ->
          Refusals.answer(
              Refusal.of(Refusal.Status.UNAVAILABLE, "The service is currently unavailable."));
      default -> {
        Answer.Whole internal =
            Refusals.answer(Refusal.of(Refusal.Status.INTERNAL, "Internal error encountered."));
        yield new Answer.Whole(status, internal.headers(), internal.body());
      }
    };
  }

  @Override
  public Routes control() {
    return control;
  }

  private Answer routed(Call call) {
    try {
      return routes.answer(call).orElseThrow(Refusal::notFound);
    } catch (Refusal refusal) {
      return Refusals.answer(refusal);
    }
  }

  /** Searches and reads by data filter are reads although they are posted. */
  private static boolean writes(String method, String path) {
    return !method.equals("GET") && !path.endsWith("DataFilter") && !path.endsWith(":search");
  }
}
