package io.daybreak.kit.alert;

import java.time.Instant;

/**
 * Something that should not be. Being a CDI bean of this type is all it takes to have it watched
 * and told.
 */
public interface AlertRule {

  /** The rule's name, kebab-case, stable: settings and metrics go by it. */
  String name();

  /**
   * Looks. Called on a worker thread of one process of the cluster, every {@code
   * daybreak.alerts.every}; may block for a statement or two. A throw leaves the alert as it was.
   */
  Finding evaluate(Instant now);
}
