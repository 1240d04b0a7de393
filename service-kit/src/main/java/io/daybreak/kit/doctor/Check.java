package io.daybreak.kit.doctor;

/**
 * Something outside of the service that its work will need, such as a queue. Being a CDI bean of
 * this type is all it takes to have it looked at.
 */
public interface Check {

  /** The check's name, kebab-case. */
  String name();

  /**
   * Looks, with the credentials that the work will use, and changes nothing. Called on a worker
   * thread; may block for some seconds. A throw counts as {@link Result.Verdict#WRONG}.
   */
  Result look();
}
