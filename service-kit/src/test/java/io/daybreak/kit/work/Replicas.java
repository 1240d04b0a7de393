package io.daybreak.kit.work;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.sql.Sql;
import io.daybreak.kit.time.NanoClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Vetoed;

/** Other processes with the same database. */
@ApplicationScoped
public class Replicas {

  private final Sql sql;
  private final BlockingSql blocking;

  Replicas(Sql sql, BlockingSql blocking) {
    this.sql = sql;
    this.blocking = blocking;
  }

  /** Claims of one that lives, with a clock of its own. */
  Claims claims(NanoClock clock) {
    return new Claims(sql, blocking, clock);
  }

  /** Claims of one that was killed or hangs: none is ever renewed. */
  Claims deadClaims() {
    return new DeadClaims(sql, blocking);
  }

  public ExclusiveWork alive() {
    return new ExclusiveWork(claims(System::nanoTime), blocking);
  }

  public ExclusiveWork dead() {
    return new ExclusiveWork(deadClaims(), blocking);
  }

  @Vetoed
  private static final class DeadClaims extends Claims {

    DeadClaims(Sql sql, BlockingSql blocking) {
      super(sql, blocking, System::nanoTime);
    }

    @Override
    void renew(Claim<?> claim) {}
  }
}
