package io.daybreak.kit.work;

import io.daybreak.kit.sql.BlockingSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What one process of the cluster does at a time. It says who works, not what is true: a holder
 * that was paused learns late that it has lost its claim, so what is done under it is written with
 * conditional updates all the same.
 */
@ApplicationScoped
public class ExclusiveWork {

  private static final ClaimTable TABLE = new ClaimTable("exclusive_work", "name");

  /** The row stays when it is released: its token only grows. */
  private static final String CLAIM =
      """
      insert into exclusive_work as w (name, claimed_by, claimed_until)
      values ($1, $2, now() + make_interval(secs => $3))
      on conflict (name) do update
      set claimed_by = excluded.claimed_by, claimed_until = excluded.claimed_until
      where w.claimed_by is null or w.claimed_until < now()
      returning name, claim_token
      """;

  private final Claims claims;
  private final BlockingSql sql;

  ExclusiveWork(Claims claims, BlockingSql sql) {
    this.claims = claims;
    this.sql = sql;
  }

  /**
   * Does something alone, blocking; nothing while another process does it.
   *
   * @param name what is done
   * @param duration how long after the holder's last sign of life another one may do it
   * @param work stops where the claim is not held any more
   * @return whether it was this process's turn
   */
  public boolean run(String name, Duration duration, Consumer<Claim<String>> work) {
    Optional<Claim<String>> claimed = claim(name, duration);
    claimed.ifPresent(
        claim -> {
          try {
            work.accept(claim);
          } finally {
            claim.release();
          }
        });
    return claimed.isPresent();
  }

  /** Claims the right to do something alone; to be released afterwards. */
  Optional<Claim<String>> claim(String name, Duration duration) {
    return claims.claim(
        TABLE, duration, by -> sql.first(CLAIM, name, by, duration), row -> row.getString("name"));
  }
}
