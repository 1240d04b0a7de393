package io.daybreak.kit.alert;

import java.util.Locale;

/** What became of a message. None is sent a second time. */
public sealed interface Notification {

  Notification TOLD = new Told();
  Notification NOBODY = new Nobody();

  /** One line for operators. */
  String sentence();

  /** The tag in metrics. */
  default String outcome() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Slack has it. */
  record Told() implements Notification {
    @Override
    public String sentence() {
      return "told";
    }
  }

  /** No webhook and no bot is configured: the log is all there is. */
  record Nobody() implements Notification {
    @Override
    public String sentence() {
      return "logged only: no Slack webhook or bot is configured";
    }
  }

  /** Slack said no. */
  record Refused(String reason) implements Notification {
    @Override
    public String sentence() {
      return "Slack refused it: " + reason;
    }
  }

  /** No answer: it may be in the channel or not. */
  record Unclear(String reason) implements Notification {
    @Override
    public String sentence() {
      return "not known whether Slack has it: " + reason;
    }
  }
}
