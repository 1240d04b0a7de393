package io.daybreak.kit.lease;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Vetoed;

/** Leases of a process that was killed or hangs: none is ever renewed. */
@Vetoed
public class SilentLeases extends Leases {

  public SilentLeases(Pool pool) {
    super(pool);
  }

  @Override
  boolean renew(Lease lease) {
    throw new IllegalStateException("on purpose: a dead process renews nothing");
  }
}
