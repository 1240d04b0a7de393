package io.daybreak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.acceptance.world.Calls;
import io.daybreak.acceptance.world.InWorld;
import io.daybreak.acceptance.world.Marketer;
import io.daybreak.acceptance.world.RawData;
import io.daybreak.acceptance.world.RawDataOrder;
import io.daybreak.acceptance.world.RunStatus;
import io.daybreak.acceptance.world.ShortTimes;
import io.daybreak.acceptance.world.Spreadsheets;
import io.daybreak.acceptance.world.State;
import io.daybreak.acceptance.world.World;
import io.daybreak.simulators.kernel.Fault;
import io.daybreak.simulators.kernel.FaultRule;
import io.daybreak.simulators.kernel.Journal;
import io.daybreak.simulators.kernel.JournalEntry;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.naver.totals.RowFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever befalls a call of whatever kind, it is not made a second time. */
@InWorld
class OneAttemptIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** What befalls a call, and how the failure is called that follows. */
  private enum Blow {
    TIMEOUT(new Fault.Delay(ShortTimes.ANSWER.multipliedBy(2)), "TIMEOUT"),
    SERVER_ERROR(new Fault.Status(500, null), "UNAVAILABLE"),
    RESET(new Fault.ResetAfter(), "UNAVAILABLE");

    private final Fault fault;
    private final String code;

    Blow(Fault fault, String code) {
      this.fault = fault;
      this.code = code;
    }
  }

  private enum NaverCall {
    ORDER("POST", "/stat-reports"),
    LOOK("GET", "/stat-reports"),
    DOWNLOAD("GET", "/report-download"),
    /** Names fail no run. */
    NAMES("POST", "/master-reports"),
    LOOK_FOR_NAMES("GET", "/master-reports");

    private final String method;
    private final String path;

    NaverCall(String method, String path) {
      this.method = method;
      this.path = path;
    }

    boolean isFatal() {
      return this != NAMES && this != LOOK_FOR_NAMES;
    }

    /** Whoever removes the jobs of the run that failed looks which there are. */
    boolean isOneAttempt() {
      return isFatal() && this != LOOK;
    }

    /** A report that stands is downloaded again, after a look, where NAVER answered with 500. */
    boolean survives(Blow blow) {
      return this == DOWNLOAD && blow == Blow.SERVER_ERROR;
    }
  }

  private enum GoogleCall {
    READ("GET", "/v4/spreadsheets/%s"),
    /** All that an import of this size writes: its rows travel in the publishing update. */
    BATCH_UPDATE("POST", "/v4/spreadsheets/%s:batchUpdate");

    private final String method;
    private final String path;

    GoogleCall(String method, String path) {
      this.method = method;
      this.path = path;
    }
  }

  /** An import one of whose calls goes wrong. */
  private record Struck(
      String what, Blow blow, boolean fatal, boolean once, RawData set, String identity) {}

  private final World world;
  private final Spreadsheets spreadsheets;

  OneAttemptIT(World world) {
    this.world = world;
    this.spreadsheets = world.spreadsheets();
  }

  @Test
  void noCallToNaverIsMadeTwice() {
    Journal journal = world.naver().journal();
    long before = journal.last();
    List<Struck> imports = new ArrayList<>();
    for (NaverCall call : NaverCall.values()) {
      for (Blow blow : Blow.values()) {
        if (call.survives(blow)) {
          continue;
        }
        AccountSpec account = world.account();
        String customer = Long.toString(account.customerId());
        // A key is tested as it is registered, before anything goes wrong.
        Marketer marketer = world.newcomer();
        UUID key = marketer.register(account);
        world
            .naver()
            .faults()
            .add(
                FaultRule.on(call.method, call.path, blow.fault)
                    .where("customer", customer)
                    .onlyCall(1));
        imports.add(
            new Struck(
                call + " " + blow,
                blow,
                call.isFatal(),
                call.isOneAttempt(),
                marketer.create(
                    key, RawDataOrder.of(account, spreadsheets.create()).in(RowFormat.NSA_TD)),
                customer));
      }
    }

    for (Struck struck : imports) {
      assertEnd(struck, "NAVER_");
      if (struck.once()) {
        assertOneAttempt(struck, Calls.since(journal, before).of("customer", struck.identity()));
      }
    }
  }

  @Test
  void noCallToGoogleIsMadeTwice() {
    Journal journal = world.sheets().journal();
    List<Struck> imports = new ArrayList<>();
    for (GoogleCall call : GoogleCall.values()) {
      for (Blow blow : Blow.values()) {
        String spreadsheet = spreadsheets.create();
        world
            .sheets()
            .faults()
            .add(
                FaultRule.on(call.method, call.path.formatted(spreadsheet), blow.fault)
                    .onlyCall(1));
        RawData set = importOf(world.account(), spreadsheet);
        imports.add(new Struck(call + " " + blow, blow, true, true, set, spreadsheet));
      }
    }

    for (Struck struck : imports) {
      assertEnd(struck, "SHEET_");
      assertOneAttempt(struck, Calls.in(journal).of("spreadsheet", struck.identity()));
    }
  }

  /** One after the other, because all calls of a process wait for the token that one asks for. */
  @Test
  void noTokenIsAskedForTwice() {
    for (Blow blow : Blow.values()) {
      world.sheets().faults().add(FaultRule.on("POST", "/token", blow.fault).onlyCall(1));
      long before = world.sheets().journal().last();

      RawData set = importOf(world.account(), spreadsheets.create());

      RunStatus end = set.awaitEnd();
      assertThat(end.failureCode()).as("token " + blow).isEqualTo("SHEET_UNAVAILABLE");
      Calls tokens = Calls.since(world.sheets().journal(), before).to("POST", "/token");
      assertThat(tokens.count()).as("token " + blow).isEqualTo(1);
      assertThat(tokens.faulty().count()).isEqualTo(1);
      world.sheets().faults().clear();
    }
  }

  private RawData importOf(AccountSpec account, String spreadsheet) {
    return world.newcomer().imports(RawDataOrder.of(account, spreadsheet).in(RowFormat.NSA_TD));
  }

  private static void assertEnd(Struck struck, String prefix) {
    RunStatus end = struck.set().awaitEnd(PATIENCE);
    if (struck.fatal()) {
      assertThat(end.failureCode()).as(struck.what()).isEqualTo(prefix + struck.blow().code);
    } else {
      assertThat(end.state()).as(struck.what()).isEqualTo(State.SUCCESS);
    }
  }

  private static void assertOneAttempt(Struck struck, Calls calls) {
    assertThat(calls.faulty().count()).as(struck.what()).isEqualTo(1);
    JournalEntry call = calls.faulty().entries().get(0);
    assertThat(calls.where(other -> isSame(call, other)).count()).as(struck.what()).isEqualTo(1);
  }

  /** The journal has no bodies; those of different calls differ in length. */
  private static boolean isSame(JournalEntry one, JournalEntry other) {
    return one.method().equals(other.method())
        && one.path().equals(other.path())
        && one.query().equals(other.query())
        && one.requestBytes() == other.requestBytes();
  }
}
