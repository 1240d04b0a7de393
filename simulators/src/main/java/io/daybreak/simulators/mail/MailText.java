package io.daybreak.simulators.mail;

import java.util.ArrayList;
import java.util.List;

/** A mail as a terminal shows it: the headers that people look for, and the text. */
public record MailText(ArrivedMail mail) {

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    header(lines, "From", mail.from());
    header(lines, "To", mail.recipient());
    header(lines, "Subject", mail.subject());
    header(lines, "Message-ID", mail.messageId());
    header(lines, "List-Unsubscribe", mail.unsubscribe());
    lines.add("");
    mail.text().strip().lines().forEach(lines::add);
    return lines;
  }

  private static void header(List<String> lines, String name, String value) {
    if (!value.isEmpty()) {
      lines.add("%s: %s".formatted(name, value));
    }
  }
}
