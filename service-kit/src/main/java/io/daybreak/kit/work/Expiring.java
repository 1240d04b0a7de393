package io.daybreak.kit.work;

/**
 * Beans that end, or take over, what holders have lost: work whose claim has expired, and whatever
 * else a process that died has left behind. Every replica calls all of them at every sweep, so
 * their statements are conditional, and it does not matter who comes first.
 */
public interface Expiring {

  /** May block. A failure is logged, and keeps no other bean from its sweep. */
  void expire();
}
