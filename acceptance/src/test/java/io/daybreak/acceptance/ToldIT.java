package io.daybreak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.acceptance.world.InWorld;
import io.daybreak.acceptance.world.Marketer;
import io.daybreak.acceptance.world.RawData;
import io.daybreak.acceptance.world.RawDataOrder;
import io.daybreak.acceptance.world.World;
import io.daybreak.simulators.access.Person;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.slack.Message;
import io.daybreak.stack.service.ServiceName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** People are told in Slack when a set begins to fail and when it is well again, once each. */
@InWorld
class ToldIT {

  private static final String CHANNEL = "CTOLD";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final World world;

  ToldIT(World world) {
    this.world = world;
  }

  @Test
  void aRenewedSecretIsToldOnceAndSoIsThatItIsMended() {
    AccountSpec account = world.account();
    Marketer marketer = world.newcomer();
    listen(marketer);
    UUID key = marketer.register(account);
    world.naver().accounts().rotate(account.licence(), "renewed");

    RawData set = marketer.create(key, RawDataOrder.of(account, world.spreadsheets().create()));
    set.awaitEnd();
    awaitMessages(1);
    set.update();
    set.awaitEnd();
    marketer
        .client()
        .call("PUT", "/api/api-keys/" + key + "/secret", Map.of("secretKey", "renewed"))
        .expect(204);
    set.update();
    set.awaitSuccess();
    awaitMessages(2);

    assertThat(messages().get(0).text())
        .contains("가져오기 실패 1건", "/imports/" + set.id(), "`NAVER_KEY_REFUSED`");
    assertThat(messages().get(1).text()).contains("다시 정상 1건", "/imports/" + set.id());
    assertThat(messages()).as("the second failure is no news").hasSize(2);
  }

  private void listen(Marketer marketer) {
    String organisation =
        marketer
            .client()
            .get("/api/organisations/import-service")
            .expect(200)
            .path(0)
            .path("id")
            .asText();
    world
        .client(Person.OPERATOR, ServiceName.IMPORT)
        .call("PUT", "/api/slack-channels/" + CHANNEL, Map.of("organisationId", organisation))
        .expect(204);
    marketer
        .client()
        .call("PUT", "/api/slack-channels/" + CHANNEL + "/notices", Map.of("runs", true))
        .expect(204);
  }

  private void awaitMessages(int count) {
    await("people are told").atMost(PATIENCE).until(() -> messages().size() >= count);
  }

  private List<Message> messages() {
    return world.slack().workspace().messages().stream()
        .filter(message -> message.channel().equals(CHANNEL))
        .toList();
  }
}
