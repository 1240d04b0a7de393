package io.daybreak.kit.alert;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of a message. None is sent a second time. */
public sealed interface Notification {

  Notification TOLD = new Told();
  Notification NOBODY = new Nobody();

  /** {@code told}, {@code nobody}, {@code refused} or {@code unclear}; the tag in metrics. */
  default String outcome() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Why, in Slack's word or an exception's name; null where the outcome says it all. */
  default @Nullable String reason() {
    return null;
  }

  /** Slack has it. */
  record Told() implements Notification {}

  /** No webhook and no bot is configured: the log is all there is. */
  record Nobody() implements Notification {}

  /** Slack said no. */
  record Refused(String reason) implements Notification {}

  /** No answer: it may be in the channel or not. */
  record Unclear(String reason) implements Notification {}
}
