package io.daybreak.imports.telling;

import io.daybreak.kit.retention.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Messages that are over. */
@ApplicationScoped
class OldRunNotices implements Retention {

  private static final String DELETE =
      """
      delete from run_notice where id in (
        select id from run_notice
        where ended_at < now() - make_interval(secs => $1)
        order by ended_at
        limit $2
        for update skip locked)
      """;

  private final TellingConfig config;

  OldRunNotices(TellingConfig config) {
    this.config = config;
  }

  @Override
  public String what() {
    return "messages about sets";
  }

  @Override
  public Duration age() {
    return config.keptFor();
  }

  @Override
  public String statement() {
    return DELETE;
  }
}
