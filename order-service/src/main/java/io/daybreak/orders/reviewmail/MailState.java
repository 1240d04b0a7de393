package io.daybreak.orders.reviewmail;

/**
 * The states of a review mail.
 *
 * <pre>
 * WAITING ──── what the mail follows happened ────▶ SCHEDULED
 *            ┌────────── re-planned ──────────┐
 * SCHEDULED ─┴─ due ─▶ DUE ── claimed ──▶ SENDING ──▶ SENT
 *     │                 │                    ├──────▶ FAILED   certainly not sent
 *     └── a guard ──────┴──▶ SKIPPED         └──────▶ UNCLEAR  perhaps sent: a person decides
 * </pre>
 *
 * A person can move WAITING, SCHEDULED, SKIPPED, FAILED, CANCELLED and, when told so, UNCLEAR back
 * to DUE, and can cancel whatever is not under way or sent.
 */
public enum MailState {
  /** What the mail follows has not happened. */
  WAITING,
  SCHEDULED,
  /** Its message is on the queue. */
  DUE,
  /** Committed before the SMTP conversation starts; at most one process is in it. */
  SENDING,
  SENT,
  SKIPPED,
  FAILED,
  UNCLEAR,
  CANCELLED
}
