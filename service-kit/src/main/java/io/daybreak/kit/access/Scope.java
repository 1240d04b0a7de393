package io.daybreak.kit.access;

import java.util.Set;
import java.util.UUID;

/**
 * Whose rows a query may find. Every query that answers a caller takes one; there is no "no scope":
 * in SQL it is {@code in_scope($n, organisation_id)}, which finds nothing where {@code $n} is null.
 */
public sealed interface Scope {

  /** Nobody's rows. */
  Scope NOTHING = new Organisations(Set.of());

  /** Whether a row of this organisation is inside. */
  boolean contains(UUID organisationId);

  /** The parameter of the SQL function {@code in_scope}; never empty. */
  UUID[] parameter();

  /** Rows of everybody: for operators, for other services, and for commands of this service. */
  record Everybody() implements Scope {

    /** What {@code in_scope} takes for everybody (RFC 9562, 5.10); never an organisation's id. */
    private static final UUID MAX = new UUID(-1L, -1L);

    @Override
    public boolean contains(UUID organisationId) {
      return true;
    }

    @Override
    public UUID[] parameter() {
      return new UUID[] {MAX};
    }
  }

  /** Rows of these organisations; with none of them, no rows. */
  record Organisations(Set<UUID> ids) implements Scope {

    /** The other end: no organisation either. */
    private static final UUID NIL = new UUID(0, 0);

    public Organisations {
      ids = Set.copyOf(ids);
    }

    @Override
    public boolean contains(UUID organisationId) {
      return ids.contains(organisationId);
    }

    @Override
    public UUID[] parameter() {
      return ids.isEmpty() ? new UUID[] {NIL} : ids.toArray(UUID[]::new);
    }
  }
}
