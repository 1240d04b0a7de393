package io.daybreak.kit.deadletter;

import io.daybreak.kit.retention.Retention;
import io.daybreak.kit.retention.RetentionSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Letters that waited for a person who never came end too. */
@ApplicationScoped
class UnsettledLetters implements Retention {

  private static final String DELETE =
      """
      delete from dead_letter where id in (
        select id from dead_letter
        where state in ('FAILED', 'PARKED') and state_since < now() - make_interval(secs => $1)
        limit $2)
      """;

  private final RetentionSettings settings;

  UnsettledLetters(RetentionSettings settings) {
    this.settings = settings;
  }

  @Override
  public String what() {
    return "dead letters that nobody settled";
  }

  @Override
  public Duration age() {
    return settings.unsettledLetters();
  }

  @Override
  public String statement() {
    return DELETE;
  }
}
