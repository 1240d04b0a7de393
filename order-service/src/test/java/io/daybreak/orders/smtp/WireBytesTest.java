package io.daybreak.orders.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.orders.testing.MailServer;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.ShopifyWire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What really goes over the wire. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(MailServer.class)
@QuarkusTestResource(ShopifyWire.class)
class WireBytesTest {

  @Inject SmtpGateway gateway;

  @Test
  void headersAreAsciiInTheFormThatStandardsGiveThem() {
    String to = "wire-" + OrderJson.placed().email();
    gateway
        .send(
            new OutgoingMail(
                new OutgoingMail.From("하늘상점", "tea@한국.example", "help@example.com"),
                to,
                "<1@example.com>",
                "🎁 How was it? 😀",
                "text",
                "<p>html</p>",
                Map.of("List-Unsubscribe", "<https://example.com/u>")))
        .await()
        .atMost(Duration.ofSeconds(20));

    List<String> lines = Arrays.asList(MailServer.wire().data(to).split("\r\n"));
    assertThat(lines)
        .contains(
            "From: =?UTF-8?B?7ZWY64qY7IOB7KCQ?= <tea@xn--3e0b707e.example>",
            "To: " + to,
            "Reply-To: help@example.com",
            "Subject: =?UTF-8?B?8J+OgSBIb3cgd2FzIGl0PyDwn5iA?=",
            "List-Unsubscribe: <https://example.com/u>",
            "MIME-Version: 1.0");
    assertThat(lines).allMatch(line -> line.chars().allMatch(c -> c < 0x7F));
    assertThat(lines.stream().filter(line -> line.startsWith("From:"))).hasSize(1);
    assertThat(lines.stream().filter(line -> line.startsWith("Subject:"))).hasSize(1);
    assertThat(MailServer.wire().greetedAs()).isNotEqualTo("localhost").contains(".");
  }
}
