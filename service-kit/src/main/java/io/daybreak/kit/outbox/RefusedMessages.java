package io.daybreak.kit.outbox;

import io.daybreak.kit.retention.Retention;
import io.daybreak.kit.retention.RetentionSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Messages that SQS will never take are kept for people, not for ever. */
@ApplicationScoped
class RefusedMessages implements Retention {

  private static final String DELETE =
      """
      delete from outbox where id in (
        select id from outbox
        where refusal is not null and added_at < now() - make_interval(secs => $1)
        limit $2)
      """;

  private final RetentionSettings settings;

  RefusedMessages(RetentionSettings settings) {
    this.settings = settings;
  }

  @Override
  public String what() {
    return "refused messages";
  }

  @Override
  public Duration age() {
    return settings.refusedMessages();
  }

  @Override
  public String statement() {
    return DELETE;
  }
}
