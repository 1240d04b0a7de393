package io.daybreak.simulators.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.simulators.kernel.Ports;
import io.daybreak.simulators.mail.smtp.SmtpFault;
import io.daybreak.simulators.mail.smtp.SmtpFaultRule;
import io.daybreak.simulators.mail.smtp.SmtpPhase;
import io.vertx.core.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailboxTest {

  @TempDir private Path folder;
  private Mailbox mailbox;

  @BeforeEach
  void start() throws Exception {
    mailbox = Mailbox.start(folder, Ports.free(), 0, 7);
  }

  @AfterEach
  void stop() {
    mailbox.close();
  }

  @Test
  void aMailArrivesOverStarttlsAndIsShownDecoded() throws Exception {
    send("a@example.com", "리뷰를 부탁드립니다 #1001");

    assertThat(mailbox.mails()).hasSize(1);
    ArrivedMail mail = mailbox.mails().get(0);
    assertThat(mail.recipient()).isEqualTo("a@example.com");
    assertThat(mail.subject()).isEqualTo("리뷰를 부탁드립니다 #1001");
    assertThat(mail.order()).isEqualTo("#1001");
    assertThat(mail.text()).contains("안녕하세요");
    assertThat(mail.html()).contains("<b>안녕하세요</b>");
    assertThat(mailbox.smtp().journal().count(SmtpPhase.STARTTLS)).isEqualTo(1);
  }

  @Test
  void withoutTlsNothingIsTaken() {
    assertThatThrownBy(() -> send("a@example.com", "plain", false))
        .hasMessageContaining("STARTTLS");

    assertThat(mailbox.mails()).isEmpty();
  }

  @Test
  void thePageCountsMailsByPersonAndOrder() throws Exception {
    send("a@example.com", "first #1001");
    send("a@example.com", "again #1001");
    send("b@example.com", "other <b> #1002");

    JsonObject json = new JsonObject(get("application/json"));
    String page = get("text/html");

    assertThat(json.getJsonArray("mails")).hasSize(3);
    assertThat(json.getJsonArray("counts").encode())
        .contains("{\"recipient\":\"a@example.com\",\"order\":\"#1001\",\"mails\":2}");
    assertThat(page).contains("3 mails, 1 sent twice").contains("other &lt;b&gt; #1002");
  }

  @ParameterizedTest
  @EnumSource(
      value = SmtpPhase.class,
      names = {"MAIL", "RCPT", "DATA", "MESSAGE"})
  void aRefusalAtAnyPhaseReachesTheClientAndTheMailDoesNotArrive(SmtpPhase phase) throws Exception {
    mailbox
        .smtp()
        .faults()
        .add(SmtpFaultRule.at(phase, new SmtpFault.Refuse(451, "try later")).times(1));

    assertThatThrownBy(() -> send("a@example.com", "refused"))
        .isInstanceOf(MessagingException.class);

    assertThat(mailbox.mails()).isEmpty();
    send("a@example.com", "the next one");
    assertThat(mailbox.mails()).hasSize(1);
  }

  @Test
  void aResetAfterTheMessageLeavesTheMailArrivedAndTheClientInDoubt() {
    mailbox
        .smtp()
        .faults()
        .add(SmtpFaultRule.at(SmtpPhase.MESSAGE, new SmtpFault.ResetAfter()).to("a@example.com"));

    assertThatThrownBy(() -> send("a@example.com", "unclear"))
        .isInstanceOf(MessagingException.class);

    assertThat(mailbox.mails()).hasSize(1);
    assertThat(mailbox.smtp().journal().attemptsTo("a@example.com")).isEqualTo(1);
    assertThat(mailbox.smtp().journal().messagesTaken()).isZero();
  }

  @Test
  void aStallLastsUntilTheClientLosesPatience() {
    mailbox.smtp().faults().add(SmtpFaultRule.at(SmtpPhase.MESSAGE, new SmtpFault.Stall()));

    assertThatThrownBy(() -> send("a@example.com", "stalled"))
        .isInstanceOf(MessagingException.class);

    assertThat(mailbox.mails()).isEmpty();
  }

  @Test
  void whileConnectionsAreRefusedNobodyListens() throws Exception {
    mailbox.smtp().refuseConnections();
    assertThatThrownBy(() -> send("a@example.com", "nobody")).hasMessageContaining("connect");

    mailbox.smtp().accept();
    send("a@example.com", "somebody");
    assertThat(mailbox.mails()).hasSize(1);
  }

  private String get(String accept) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(mailbox.page()).header("Accept", accept).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private void send(String to, String subject) throws MessagingException {
    send(to, subject, true);
  }

  private void send(String to, String subject, boolean tls) throws MessagingException {
    var properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", mailbox.smtp().port());
    properties.put("mail.smtp.starttls.enable", tls);
    properties.put("mail.smtp.starttls.required", tls);
    properties.put("mail.smtp.ssl.trust", "127.0.0.1");
    properties.put("mail.smtp.timeout", 2_000);
    var message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("shop@example.com"));
    message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to));
    message.setSubject(subject, StandardCharsets.UTF_8.name());
    var text = new MimeBodyPart();
    text.setText("안녕하세요", StandardCharsets.UTF_8.name());
    var html = new MimeBodyPart();
    html.setText("<b>안녕하세요</b>", StandardCharsets.UTF_8.name(), "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    Transport.send(message);
  }
}
