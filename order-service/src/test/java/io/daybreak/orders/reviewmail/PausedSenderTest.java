package io.daybreak.orders.reviewmail;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.work.Claim;
import io.daybreak.kit.work.ClaimLostException;
import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.PausableClock;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process that was stopped between the claim of a mail and the call of the mail server. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
class PausedSenderTest {

  @Inject MailClaims claims;
  @Inject ReviewMailSender sender;
  @Inject PausableClock clock;

  private final OrderJson order = OrderJson.placed();
  private UUID mail;
  private Claim<UUID> claim;

  /** Sent once, as all are, and then made due without a message: nobody but the test claims it. */
  @BeforeEach
  void claimed() {
    TestShop shop = TestShop.register();
    shop.deliver("orders/fulfilled", order.fulfilledAfter(60).json()).then().statusCode(200);
    await("the first mail").atMost(ofSeconds(20)).until(() -> shop.mail(order.id()).equals("SENT"));
    mail = UUID.fromString(shop.mailId(order.id()));
    Database.execute(
        "update review_mail set state = 'DUE', forced = true, state_since = now() where id = ?",
        mail);
    claim = claims.claim(mail).orElseThrow();
  }

  @Test
  void sendsNothingOnceAnotherHasClaimedTheMail() {
    Database.execute(
        "update review_mail set claimed_until = now() - interval '1 second' where id = ?", mail);
    Claim<UUID> heir = claims.claim(mail).orElseThrow();

    assertThatExceptionOfType(ClaimLostException.class).isThrownBy(() -> sender.send(claim));

    assertThat(MailServer.mailsTo(order.email())).hasSize(1);
    assertThat(claims.sending(heir)).as("the mail is still the heir's").isPresent();
    heir.release();
  }

  @Test
  void sendsNothingOnceItsOwnClockSaysThatAnotherMaySendIt() {
    clock.pause(Duration.ofMinutes(10));

    assertThatExceptionOfType(ClaimLostException.class).isThrownBy(() -> sender.send(claim));

    assertThat(MailServer.mailsTo(order.email())).hasSize(1);
  }

  @Test
  void aMailThatIsClaimedTwiceAtOnceIsSentByOne() {
    assertThat(claims.claim(mail)).isEmpty();

    sender.send(claim);

    await("the second mail")
        .atMost(ofSeconds(20))
        .until(() -> MailServer.mailsTo(order.email()).size() == 2);
  }
}
