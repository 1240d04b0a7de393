package io.daybreak.kit.sql;

/** Beans that have something to do after a transaction that concerns them was committed. */
public interface CommitListener {

  /**
   * Called before each transaction of {@link Sql} and {@link BlockingSql}, on the caller's thread.
   *
   * @return called once after its commit; must not block
   */
  Runnable beginning();
}
