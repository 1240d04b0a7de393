package io.daybreak.simulators.mail.smtp;

import java.util.ArrayList;
import java.util.List;

/** Every command of every connection, in order. Readable from any thread. */
public final class SmtpJournal {

  private final List<SmtpCommand> commands = new ArrayList<>();
  private long messagesTaken;

  synchronized void add(SmtpCommand command) {
    commands.add(command);
    if (command.phase() == SmtpPhase.MESSAGE && command.outcome().startsWith("2")) {
      messagesTaken++;
    }
  }

  public synchronized List<SmtpCommand> all() {
    return List.copyOf(commands);
  }

  /** Messages whose taking the client was told of. */
  public synchronized long messagesTaken() {
    return messagesTaken;
  }

  /** How often a mail to this address was begun. */
  public synchronized long attemptsTo(String recipient) {
    return commands.stream()
        .filter(c -> c.phase() == SmtpPhase.RCPT && c.recipient().equals(recipient))
        .count();
  }

  public synchronized long count(SmtpPhase phase) {
    return commands.stream().filter(command -> command.phase() == phase).count();
  }

  public synchronized void clear() {
    commands.clear();
  }
}
