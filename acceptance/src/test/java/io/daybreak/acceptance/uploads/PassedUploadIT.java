package io.daybreak.acceptance.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.acceptance.world.Calls;
import io.daybreak.acceptance.world.InWorld;
import io.daybreak.acceptance.world.Uploads;
import io.daybreak.acceptance.world.World;
import io.daybreak.simulators.glue.JobRun;
import io.daybreak.simulators.kernel.JournalEntry;
import io.daybreak.simulators.slack.Access;
import io.daybreak.simulators.slack.Content;
import io.daybreak.simulators.slack.SharedFile;
import io.daybreak.simulators.slack.event.EventAttempt;
import io.daybreak.simulators.slack.event.EventRules;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Files that are as they should be. */
@InWorld
class PassedUploadIT {

  private static final String GOOD = "id,day,note\n1,2026-11-20,우산\n2,2026-11-21,\"a, b\"\n";

  private final World world;
  private final Uploads uploads;

  PassedUploadIT(World world) {
    this.world = world;
    this.uploads = Uploads.ofPlainTable(world);
  }

  @Test
  void aGoodFileBecomesOneObjectOneRunAndOneMessageInItsThread() {
    SharedFile file = uploads.drop(GOOD);

    JsonNode upload = uploads.awaitEnd(file);

    assertThat(upload.path("state").asText()).isEqualTo("PASSED");
    assertThat(uploads.objects()).containsExactly(GOOD);
    JobRun run = uploads.runs().get(0);
    assertThat(uploads.runs()).hasSize(1);
    assertThat(run.arguments()).containsEntry("--source", upload.path("target").asText());
    assertThat(uploads.messages().get(0).threadTs()).isEqualTo(file.ts());
    assertThat(uploads.message())
        .contains(":white_check_mark: *PASS*", "2 rows read, 2 written, 0 dropped", run.id());
  }

  @Test
  void repeatedEventsChangeNothing() {
    world.slack().events().rules(EventRules.real().copied(4));
    int before = world.slack().events().attempts().size();

    SharedFile file = uploads.drop(GOOD);
    uploads.awaitEnd(file);

    await("every copy was taken, at once").until(() -> attemptsAfter(before).size() >= 4);
    assertThat(attemptsAfter(before)).allMatch(EventAttempt::succeeded);
    assertThat(uploads.objects()).hasSize(1);
    assertThat(uploads.runs()).hasSize(1);
    assertThat(uploads.messages()).hasSize(1);
  }

  private List<EventAttempt> attemptsAfter(int before) {
    return world.slack().events().attempts().stream().skip(before).toList();
  }

  @Test
  void cp949AndUtf8WithAMarkBecomeTheSamePlainUtf8() {
    byte[] cp949 = GOOD.getBytes(Charset.forName("x-windows-949"));
    uploads.awaitEnd(uploads.drop(uploads.table() + ".csv", Content.of(cp949)));
    uploads.awaitEnd(uploads.drop("\uFEFF" + GOOD));

    assertThat(uploads.objects()).containsExactly(GOOD, GOOD);
  }

  @Test
  void aTableCanAskForItsFileToBeCleaned() {
    uploads.configure("\"blanks\": {\"columns\": [\"note\"]}, \"splitColumn\": \"note\",");

    uploads.awaitEnd(
        uploads.drop("id,day,note\n1,2026-11-20,\"a,b,c\"\n2,2026-11-20,ー\n3,2026-11-20,d\n"));

    assertThat(uploads.objects())
        .containsExactly(
            "id,day,note\n1,2026-11-20,a\n1,2026-11-20,b\n1,2026-11-20,c\n3,2026-11-20,d\n");
    assertThat(uploads.message())
        .contains("3 rows read, 4 written, 1 dropped, 2 added by splitting");
  }

  @Test
  void theTokenGoesToNoOtherHostThanSlacks() {
    uploads.awaitEnd(uploads.drop(GOOD));

    List<JournalEntry> elsewhere =
        world.slack().journal().entries().stream()
            .filter(entry -> entry.path().startsWith("/cdn/"))
            .toList();
    assertThat(elsewhere)
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.identity()).containsEntry("authorised", "false"));
  }

  @Test
  void filesForTheSameObjectAtTheSameTimeAreStoredOneAfterTheOther() {
    uploads.configureOneTarget();
    List<SharedFile> files = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      files.add(uploads.drop(GOOD));
    }

    assertThat(files)
        .allSatisfy(
            file -> assertThat(uploads.awaitEnd(file).path("state").asText()).isEqualTo("PASSED"));
    assertThat(uploads.objects()).containsExactly(GOOD);
    assertThat(uploads.runs()).hasSize(3);
    assertThat(uploads.messages()).hasSize(3);
    List<String> changes =
        Calls.in(world.s3().journal())
            .where(call -> call.path().contains(uploads.table() + "/"))
            .entries()
            .stream()
            .map(call -> call.identity().get("operation"))
            .filter(Set.of("BEGIN", "COMPLETE")::contains)
            .toList();
    assertThat(changes)
        .containsExactly("BEGIN", "COMPLETE", "BEGIN", "COMPLETE", "BEGIN", "COMPLETE");
  }

  @Test
  void aFileThatIsNotReadyYetIsLookedAtAgainAndAnsweredInItsThread() {
    Uploads uploads = Uploads.ofPlainTable(world);
    world.slack().access(Access.FILES_READY_LATE);

    SharedFile file = uploads.drop("id,day,note\n1,2026-11-20,a\n");

    assertThat(uploads.awaitEnd(file).path("state").asText()).isEqualTo("PASSED");
    assertThat(world.slack().workspace().messagesAbout(file)).hasSize(1);
  }

  @Test
  void theMessageNamesHowTheFileWasRead() {
    Uploads uploads = Uploads.ofPlainTable(world);
    byte[] shiftJis =
        "id;day;note\r1;2026-11-20;シャツ\r;;\r".getBytes(Charset.forName("windows-31j"));

    uploads.awaitEnd(uploads.drop(uploads.table() + ".csv", Content.of(shiftJis)));

    assertThat(uploads.message()).contains("*PASS*", "Shift_JIS, semicolon-separated");
    assertThat(uploads.objects().get(0)).isEqualTo("id,day,note\n1,2026-11-20,シャツ\n");
  }
}
