package io.daybreak.kit.work;

import io.daybreak.kit.sql.BlockingSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** A feature as small as it can be: units that are open, claimed or done. */
@ApplicationScoped
class TestWork {

  static final ClaimTable TABLE = new ClaimTable("test_work", "id");

  private static final String CLAIM =
      """
      update test_work set claimed_by = $2, claimed_until = now() + make_interval(secs => $3)
      where id = $1 and not done and (claimed_until is null or claimed_until < now())
      returning id, claim_token
      """;

  private final BlockingSql sql;

  TestWork(BlockingSql sql) {
    this.sql = sql;
  }

  void createTable() {
    sql.changed(
        """
        create table if not exists test_work (
          id uuid primary key, done boolean not null default false,
          claimed_by text, claimed_until timestamptz, claim_token bigint not null default 1)
        """);
    sql.changed(
        """
        create or replace trigger test_work_claim before update of claimed_by on test_work
        for each row when (new.claimed_by is distinct from old.claimed_by)
        execute function next_claim_token()
        """);
  }

  UUID open() {
    UUID id = UUID.randomUUID();
    sql.changed("insert into test_work (id) values ($1)", id);
    return id;
  }

  Optional<Claim<UUID>> claim(Claims claims, UUID id, Duration duration) {
    return claims.claim(
        TABLE, duration, by -> sql.first(CLAIM, id, by, duration), row -> row.getUUID("id"));
  }

  /** A step as every feature has them. */
  boolean done(Claim<UUID> claim) {
    return sql.changed(
            "update test_work set done = true where id = $1 and claim_token = $2",
            claim.key(),
            claim.token())
        == 1;
  }

  void expire(UUID id) {
    sql.changed(
        "update test_work set claimed_until = now() - interval '1 second' where id = $1", id);
  }

  void end(UUID id) {
    sql.changed("update test_work set claimed_by = null, claimed_until = null where id = $1", id);
  }

  boolean isDone(UUID id) {
    return sql.one("select done from test_work where id = $1", id).getBoolean("done");
  }
}
