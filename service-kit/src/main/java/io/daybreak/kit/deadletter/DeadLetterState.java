package io.daybreak.kit.deadletter;

/**
 * The states of a dead letter.
 *
 * <pre>
 * WAITING ── due ──▶ SYNCING ──▶ SYNCED
 *    ▲                  ├──────▶ FAILED    the synchronisation threw, or its process went away
 *    │                  └──────▶ PARKED    the message cannot be read
 *    └─ a person asks for it: FAILED, PARKED
 * </pre>
 *
 * A person can discard what is WAITING, FAILED or PARKED.
 */
public enum DeadLetterState {
  WAITING,
  /** In one process's hands; committed before the synchronisation begins. */
  SYNCING,
  SYNCED,
  FAILED,
  PARKED,
  DISCARDED
}
