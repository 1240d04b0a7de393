package io.daybreak.orders.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A real SMTP server behind a wire that tests can break, and the schedules of a test's patience.
 */
public class MailServer implements QuarkusTestResourceLifecycleManager {

  private static GreenMail server;
  private static SmtpWire wire;

  private Map<String, String> differently = Map.of();

  /**
   * @param args configuration in place of what this resource says
   */
  @Override
  public void init(Map<String, String> args) {
    differently = args;
  }

  @Override
  public Map<String, String> start() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    wire = new SmtpWire(server.getSmtp().getPort());
    Map<String, String> config = new HashMap<>();
    config.put("quarkus.mailer.port", Integer.toString(wire.port()));
    config.put("daybreak.review-mails.due-every", "1s");
    config.put("daybreak.work.sweep-every", "1s");
    config.put("daybreak.review-mails.sending-lease", "PT20S");
    config.put("daybreak.smtp.timeout", "PT4S");
    config.put("daybreak.smtp.refusal-pause", "PT1S");
    config.put("daybreak.smtp.longest-refusal-pause", "PT2S");
    config.put("daybreak.smtp.refusals-per-mail", "2");
    config.put("daybreak.smtp.longest-hold", "PT5S");
    config.put("daybreak.smtp.mails-per-second", "200");
    config.put("daybreak.shopify.look-every", "off");
    config.put("daybreak.shopify.wanted-syncs-every", "off");
    config.put("daybreak.csv-import.answer-within", "PT2S");
    config.put("daybreak.csv-import.lease", "PT4S");
    config.put("daybreak.bodies.max-bytes", "1000000");
    config.put("daybreak.webhooks.secrets-remembered", "PT0.3S");
    config.putAll(differently);
    return config;
  }

  @Override
  public void stop() {
    wire.close();
    server.stop();
  }

  public static SmtpWire wire() {
    return wire;
  }

  /** The mails that arrived for an address. */
  public static List<MimeMessage> mailsTo(String address) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(message -> recipients(message).contains(address))
        .toList();
  }

  /** The text alternative of a mail. */
  public static String text(MimeMessage mail) {
    try {
      return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> recipients(MimeMessage message) {
    try {
      return Arrays.stream(message.getAllRecipients()).map(Address::toString).toList();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
