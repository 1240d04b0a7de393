package io.daybreak.orders.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.smtp.SendOutcome.Accepted;
import io.daybreak.orders.smtp.SendOutcome.NotReached;
import io.daybreak.orders.smtp.SendOutcome.Refused;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.daybreak.orders.testing.SmtpWire.Fate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class SmtpGatewayTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject SmtpGateway gateway;
  @Inject Vertx vertx;
  @Inject SmtpConfig config;

  @Test
  void noMailGoesInTheClearWhereEncryptionIsRequired() {
    MailConfig encrypted =
        new MailConfig()
            .setHostname("127.0.0.1")
            .setPort(MailServer.wire().port())
            .setStarttls(StartTLSOptions.REQUIRED)
            .setKeepAlive(false);
    MailClient client = MailClient.create(vertx, encrypted);
    String to = address();

    SendOutcome outcome =
        new SmtpGateway(client, vertx, config).send(mail(to)).await().atMost(PATIENCE);

    assertThat(outcome).isInstanceOf(NotReached.class);
    assertThat(MailServer.wire().attempts(to)).isZero();
    client.close();
  }

  @Test
  void aServerThatNobodyRunsIsNotReached() {
    MailConfig nowhere = new MailConfig().setHostname("127.0.0.1").setPort(1).setKeepAlive(false);
    MailClient client = MailClient.create(vertx, nowhere);

    SendOutcome outcome =
        new SmtpGateway(client, vertx, config).send(mail(address())).await().atMost(PATIENCE);

    assertThat(outcome).isInstanceOf(NotReached.class);
    client.close();
  }

  @Test
  void noGreetingIsMissedHoweverManyMailsAreSentFromHoweverManyThreads() {
    for (int round = 0; round < 4; round++) {
      List<CompletableFuture<SendOutcome>> sent =
          IntStream.range(0, 20)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> gateway.send(mail(address())).await().atMost(PATIENCE)))
              .toList();

      assertThat(sent).allSatisfy(mail -> assertThat(mail.join()).isInstanceOf(Accepted.class));
    }
  }

  @Test
  void aRefusalHasTheServersReplyCode() {
    String to = address();
    MailServer.wire().fate(to, Fate.REFUSE_RECIPIENT);

    SendOutcome outcome = gateway.send(mail(to)).await().atMost(PATIENCE);

    assertThat(outcome).isEqualTo(new Refused(550, "5.1.1 no such user", false));
  }

  private static String address() {
    return "gateway-" + OrderJson.placed().email();
  }

  private static OutgoingMail mail(String to) {
    return new OutgoingMail(
        new OutgoingMail.From("Tea House", "tea@example.com", null),
        to,
        "<" + to + ">",
        "subject",
        "text",
        "<p>html</p>",
        Map.of());
  }
}
